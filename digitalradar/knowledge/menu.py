"""The entry „Leitfäden“ of the menu: there while guides are published in the language of the page."""

from typing import Any

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.signals import page_published, page_unpublished

from digitalradar.core import navigation, page_cache
from digitalradar.core.page_cache.following import follow

from .models import GuideIndexPage, GuidePage
from .queries.shelf import guide_shelf


def register() -> None:
    """Add the entry, and let every page change with it; called once at start."""
    navigation.register(navigation.Entry(part="guides", label=_("Leitfäden"), address=_address, order=20))
    follow(GuideIndexPage, lambda page: [page_cache.FRAME])
    for signal in (page_published, page_unpublished):
        signal.connect(_guides_changed, sender=GuidePage)


def _address() -> str:
    shelf = guide_shelf(get_language() or settings.LANGUAGE_CODE)
    return shelf.url if shelf else ""


def _guides_changed(instance: Any, **_signal: object) -> None:
    """The first guide of a language brings the entry, the last one takes it away: all pages change."""
    others = GuidePage.objects.live().filter(locale_id=instance.locale_id).exclude(pk=instance.pk)
    if not others.exists():
        page_cache.forget(page_cache.FRAME)
