"""What every page shows around its content."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language

from .navigation import ACCESS, LEGAL, FooterLink, footer_links, visible_entries
from .page_cache import FRAME, remember

LANGUAGE_NAMES = {"de": "Deutsch", "en": "English"}


def navigation(request: HttpRequest) -> dict:
    """Return ``menu``, ``footer`` and ``language_switch``; the switch stays on the page."""
    return {
        "menu": _menu(request),
        "footer": _footer(get_language()),
        "language_switch": _language_switch(request),
    }


def _menu(request: HttpRequest) -> list[dict]:
    return [
        {"part": part, "label": label, "url": url, "current": request.path.startswith(url)}
        for part, label, url in _entries(get_language())
    ]


@remember(FRAME)
def _entries(_language: str | None) -> list[tuple[str, str, str]]:
    """Return part, label and address of each entry in the language that is active."""
    return [(entry.part, str(entry.label), entry.url) for entry in visible_entries()]


@remember(FRAME)
def _footer(_language: str | None) -> dict[str, list[FooterLink]]:
    return {"access": footer_links(ACCESS), "legal": footer_links(LEGAL)}


def _language_switch(request: HttpRequest) -> list[dict]:
    current = get_language()
    urls = getattr(request, "translated_urls", None)
    if urls is None:
        here = request.get_full_path()
        urls = {code: here if code == current else translate_url(here, code) for code, _name in settings.LANGUAGES}
    return [
        {"code": code, "label": LANGUAGE_NAMES[code], "url": urls[code], "current": code == current}
        for code, _name in settings.LANGUAGES
        if code in urls
    ]
