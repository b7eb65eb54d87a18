"""What every page shows around its content."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language

from .navigation import ACCESS, LEGAL, footer_links, visible_entries

LANGUAGE_NAMES = {"de": "Deutsch", "en": "English"}


def navigation(request: HttpRequest) -> dict:
    """Return ``menu``, ``footer`` and ``language_switch``; the switch stays on the page."""
    return {
        "menu": _menu(request),
        "footer": {"access": footer_links(ACCESS), "legal": footer_links(LEGAL)},
        "language_switch": _language_switch(request),
    }


def _menu(request: HttpRequest) -> list[dict]:
    return [
        {"part": entry.part, "label": entry.label, "url": (url := entry.url), "current": request.path.startswith(url)}
        for entry in visible_entries()
    ]


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
