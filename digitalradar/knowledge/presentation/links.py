"""Where links inside texts lead, and the guides beside a page: a few queries, however many there are."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from ..models import GuideIndexPage, GuidePage, KnowledgePage

PAGE_LINK = re.compile(r"<a\b[^>]*\blinktype=\\?\"page\\?\"[^>]*>")
ID = re.compile(r"\bid=\\?\"(\d+)\\?\"")


@dataclass(frozen=True)
class GuideRow:
    """A guide in a list; ``reason`` says why it comes first, where it is a prerequisite."""

    title: str
    url: str
    promise: str
    reason: str = ""


def texts(page: KnowledgePage) -> list[str]:
    """Return the stored form of all texts that hold rich text or lists."""
    fields = (field for field in page._meta.get_fields() if isinstance(field, RichTextField | StreamField))
    values = (getattr(page, field.name) for field in fields)
    return [value if isinstance(value, str) else str(value.get_prep_value()) for value in values]


def page_links(page: KnowledgePage) -> dict[int, str]:
    """Return the addresses of the published pages that the texts of a page link to, by id."""
    ids = {int(id_) for text in texts(page) for link in PAGE_LINK.findall(text) for id_ in ID.findall(link)}
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
