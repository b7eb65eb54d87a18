"""When the footer changes: it stands on every page, so all pages are forgotten, but only if it really differs."""

from django.db.models.signals import post_delete, post_save, pre_save
from wagtail.signals import post_page_move

from digitalradar.core import page_cache

from .models import StandardPage
from .queries import footer_pages


def connect() -> None:
    """Watch the standard pages."""
    pre_save.connect(_look_before, sender=StandardPage)
    post_save.connect(_forget_if_changed, sender=StandardPage)
    for signal in (post_delete, post_page_move):
        signal.connect(_forget_if_there, sender=StandardPage)


def _look_before(instance: StandardPage, **_signal: object) -> None:
    instance.footer_before = footer_pages(instance.locale.language_code)


def _forget_if_changed(instance: StandardPage, **_signal: object) -> None:
    if footer_pages(instance.locale.language_code) != instance.footer_before:
        page_cache.forget(page_cache.FRAME)


def _forget_if_there(instance: StandardPage, **_signal: object) -> None:
    if instance.specific.footer:
        page_cache.forget(page_cache.FRAME)
