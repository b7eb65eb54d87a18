"""The entry „Termine“ of the menu: there as soon as a date has been published."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from digitalradar.core import navigation, page_cache

from .models import Occurrence

PART = "events"


def register() -> None:
    """Add the entry, and let every page change with the first date and the last; called once at start."""
    navigation.register(navigation.Entry(part=PART, label=_("Termine"), address=_address, order=30))
    for signal in (post_save, post_delete):
        signal.connect(_dates_changed, sender=Occurrence)


def _address() -> str:
    return reverse("events:calendar") if _published().exists() else ""


def _published():
    return Occurrence.objects.exclude(state=Occurrence.State.DRAFT)


def _dates_changed(instance: Occurrence, **_signal: Any) -> None:
    if not _published().exclude(pk=instance.pk).exists():
        page_cache.forget(page_cache.FRAME)
