"""Turns three templates beside each other into a message: ``<template>.subject.txt``, ``.txt`` and ``.html``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.template import Context
from django.template.loader import get_template
from django.utils.translation import override

from digitalradar.core.letterhead import letterhead
from digitalradar.core.navigation import LEGAL, FooterLink, footer_links

SUBJECT_LENGTH = 255
TRAILING_BLANKS = re.compile(r"(?<!\n--)[ \t]+(?=\n)")  # except in the line that begins a signature
EMPTY_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class Rendered:
    """A message in one language, as it is stored in the outbox."""

    subject: str
    text: str
    html: str


def render(template: str, context: Mapping[str, Any], language: str) -> Rendered:
    """Return the message of ``template`` (such as ``knowledge/mail/review_due``) in ``language``.

    Besides ``context`` the templates get ``subject``, ``letterhead``, ``legal_links`` and ``portal_url`` (without a
    slash at the end). Subject and text are plain: nothing in them is escaped, whatever the values contain.
    """
    with override(language):
        frame = {
            "language": language,
            "letterhead": letterhead(),
            "legal_links": _legal_links(),
            "portal_url": settings.PUBLIC_URL,
        }
        values = {**frame, **context}
        subject = " ".join(_render_plain(f"{template}.subject.txt", values).split())[:SUBJECT_LENGTH]
        values["subject"] = subject
        text = _tidy(_render_plain(f"{template}.txt", values))
        html = get_template(f"{template}.html").render(values).strip() + "\n"
    return Rendered(subject, text, html)


def _render_plain(name: str, values: Mapping[str, Any]) -> str:
    return get_template(name).template.render(Context(values, autoescape=False))


def _tidy(text: str) -> str:
    """Blank lines come from template tags: at most one in a row stays."""
    return EMPTY_LINES.sub("\n\n", TRAILING_BLANKS.sub("", text)).strip() + "\n"


def _legal_links() -> list[FooterLink]:
    """Imprint and privacy, as the region publishes them, with their whole addresses."""
    return [FooterLink(link.group, link.label, urljoin(settings.PUBLIC_URL, link.url)) for link in footer_links(LEGAL)]
