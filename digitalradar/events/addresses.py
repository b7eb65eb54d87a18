"""Whole addresses of public pages about dates, in the language of whoever reads them."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from .models import Occurrence


def event_url(occurrence: Occurrence, language: str) -> str:
    """Return the address of a date's page."""
    return whole("events:event", occurrence.slug, language=language)


def whole(name: str, *args: str, language: str) -> str:
    """Return the whole address of a view."""
    with override(language):
        return settings.PUBLIC_URL + reverse(name, args=args)
