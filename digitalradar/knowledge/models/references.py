"""What the texts of a page refer to: facts, and other pages of the portal."""

import re
from collections.abc import Iterator

from wagtail.fields import RichTextField, StreamField

from .base import KnowledgePage
from .guide import GuidePage

REFERENCE = re.compile(r"\[(F-[A-Z]+-\d+)\]")
PAGE_LINK = re.compile(r"<a\b[^>]*\blinktype=\\?\"page\\?\"[^>]*>")
ID = re.compile(r"\bid=\\?\"(\d+)\\?\"")


def fact_references(page: KnowledgePage) -> list[str]:
    """Return the ids of the facts a page refers to, in the order in which they first stand in its fields."""
    found = [reference for text in texts(page) for reference in REFERENCE.findall(text)]
    if isinstance(page, GuidePage):
        found += [block.value["fact"] for block in page.deadlines]
    return list(dict.fromkeys(found))


def text_links(page: KnowledgePage) -> set[int]:
    """Return the ids of the pages that the texts of a page link to."""
    return {int(id_) for text in texts(page) for link in PAGE_LINK.findall(text) for id_ in ID.findall(link)}


def linked_pages(page: KnowledgePage) -> set[int]:
    """Return the ids of all pages that a page links to, in its texts or beside them, public or not."""
    relations = [getattr(page, name) for name in ("prerequisites", "related") if hasattr(page, name)]
    return text_links(page) | {link.target_id for relation in relations for link in relation.all()}


def text_fields(kind: type[KnowledgePage]) -> list[str]:
    """Return the names of the fields that hold rich text or lists."""
    return [field.name for field in kind._meta.get_fields() if isinstance(field, RichTextField | StreamField)]


def texts(page: KnowledgePage) -> Iterator[str]:
    """Return the stored form of these fields."""
    for name in text_fields(type(page)):
        value = getattr(page, name)
        yield value if isinstance(value, str) else str(value.get_prep_value())
