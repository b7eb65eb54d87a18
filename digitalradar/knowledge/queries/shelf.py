"""The shelf of the guides as other pages point to it."""

from dataclasses import dataclass

from digitalradar.core import page_cache

from ..models import GuideIndexPage, GuidePage


@dataclass(frozen=True)
class Shelf:
    """Where all guides of a language stand, and how many of them are published."""

    url: str
    count: int


@page_cache.remember(page_cache.kind_tag(GuidePage), page_cache.kind_tag(GuideIndexPage), page_cache.FRAME)
def guide_shelf(language: str) -> Shelf | None:
    """Return the shelf of a language, or None while nothing stands in it; asked on every page, so it is remembered."""
    page = GuideIndexPage.objects.live().filter(locale__language_code=language).first()
    if page is None:
        return None
    count = GuidePage.objects.live().filter(locale__language_code=language).count()
    url = page.get_url()
    return Shelf(url, count) if count and url else None
