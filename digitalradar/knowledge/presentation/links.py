"""Where links inside texts lead, and the guides beside a page: a few queries, however many there are."""

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.models import Page

from ..models import GuideIndexPage, GuidePage, KnowledgePage
from ..models.references import text_links


@dataclass(frozen=True)
class GuideRow:
    """A guide in a list; ``reason`` says why it comes first, where it is a prerequisite."""

    title: str
    url: str
    promise: str
    reason: str = ""


def page_links(page: KnowledgePage) -> dict[int, str]:
    """Return the addresses of the published pages that the texts of a page link to, by id."""
    ids = text_links(page)
    if not ids:
        return {}
    found = Page.objects.filter(pk__in=ids).live().select_related("locale")
    return {target.pk: url for target in found if (url := target.get_url())}


def glossary_address(page: KnowledgePage) -> str:
    """Return where the glossary lies in the language of the page, or nothing while the guides have no shelf."""
    shelf = GuideIndexPage.objects.live().filter(locale_id=page.locale_id).select_related("locale").first()
    return f"{shelf.get_url()}begriffe/" if shelf else ""


def guides(ids: Iterable[int]) -> dict[int, GuideRow]:
    """Return published guides that everybody may read, by id."""
    wanted = set(ids)
    if not wanted:
        return {}
    found = GuidePage.objects.filter(pk__in=wanted).live().public().defer_streamfields().select_related("locale")
    return {guide.pk: GuideRow(guide.title, guide.get_url() or "", guide.promise) for guide in found}
