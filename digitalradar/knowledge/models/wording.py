"""The words of a page as one text: what a reviewer reads, and nothing that only sorts it."""

import re
from html import unescape
from typing import Any

from django.db import models
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

LINK = re.compile(r'<a\b[^>]*?\b(?:href|id)="([^"]*)"[^>]*>')
TAG = re.compile(r"<[^>]+>")
# Fields besides rich text and lists that say something a reviewer has to look at.
PLAIN = ("title", "promise", "hours_min", "hours_max", "weeks_min", "weeks_max", "cost_class", "as_of", "ripeness")


def wording(page: Page) -> str:
    """Return the text of a page of the library, field by field, without tags; links appear with their targets."""
    lines = [str(getattr(page, name)) for name in PLAIN if getattr(page, name, None) is not None]
    for field in page._meta.get_fields():
        if isinstance(field, RichTextField):
            lines.append(_plain(getattr(page, field.name)))
        elif isinstance(field, StreamField):
            lines += _texts([entry["value"] for entry in getattr(page, field.name).get_prep_value()])
    if hasattr(page, "prerequisites"):
        lines += [f"{link.target_id} {link.reason}" for link in page.prerequisites.all()]
    return "\n".join(lines)


def section_names(page: Page) -> list[tuple[str, str]]:
    """Return name and title of the sections of a page in their order: what a remark may be about."""
    kinds = (RichTextField, StreamField)
    return [(field.name, str(field.verbose_name)) for field in _own_fields(page) if isinstance(field, kinds)]


def _own_fields(page: Page) -> list[models.Field]:
    return [field for field in page._meta.get_fields() if isinstance(field, models.Field)]


def _texts(value: Any) -> list[str]:
    """Return all texts of a list's stored form, without the ids of its entries."""
    if isinstance(value, dict):
        inner = [value["value"]] if {"type", "value"} <= value.keys() else value.values()
        return [text for entry in inner for text in _texts(entry)]
    if isinstance(value, list):
        return [text for entry in value for text in _texts(entry)]
    return [_plain(value)] if isinstance(value, str) else []


def _plain(html: str) -> str:
    return " ".join(unescape(TAG.sub(" ", LINK.sub(r" \1 ", html))).split())
