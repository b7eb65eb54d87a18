"""What has to follow a publication at once; Wagtail tells by signal, because publishing happens in its own code."""

from contextlib import suppress
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import pre_delete
from wagtail.models import Revision
from wagtail.signals import page_published, page_unpublished

from .models import GuidePage, KnowledgePage, PracticeReportPage, TechnologyPage
from .services.derived import derive, forget
from .services.versions import date_publication

KINDS = (GuidePage, TechnologyPage, PracticeReportPage)


def connect() -> None:
    """Connect the three page types."""
    for model in KINDS:
        page_published.connect(_published, sender=model)
        page_unpublished.connect(_gone, sender=model)
        pre_delete.connect(_gone, sender=model)


def _published(instance: Any, revision: Revision | None = None, **_signal: object) -> None:
    if not instance.live:
        return  # planned for a later day; Wagtail tells again when the day has come
    if revision is not None and revision.user_id is not None:
        date_publication(instance)
        transaction.on_commit(partial(_render, type(instance), instance.pk), robust=True)
    derive(instance)


def _render(kind: type[KnowledgePage], pk: int) -> None:
    """Have the parts of a page ready before its first reader comes. Loaded libraries do without: all change at once."""
    with suppress(kind.DoesNotExist):
        kind.to_read(pk)


def _gone(instance: Any, **_signal: object) -> None:
    forget(instance)
