"""What every page shows around its content."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language

from .navigation import entries

LANGUAGE_NAMES = {"de": "Deutsch", "en": "English"}


def navigation(request: HttpRequest) -> dict:
    """Return ``menu`` and ``language_switch``; the switch stays on the page."""
    return {"menu": _menu(request), "language_switch": _language_switch(request)}


def _menu(request: HttpRequest) -> list[dict]:
    return [
        {"part": entry.part, "label": entry.label, "url": (url := entry.url), "current": request.path.startswith(url)}
        for entry in entries()
    ]


def _language_switch(request: HttpRequest) -> list[dict]:
    current = get_language()
    return [
        {
            "code": code,
            "label": LANGUAGE_NAMES[code],
            "url": translate_url(request.get_full_path(), code),
            "current": code == current,
        }
        for code, _name in settings.LANGUAGES
    ]
