"""The tags of the page cache for dates (docs/explanation/page-cache.md)."""

from typing import Any

from django.db.models.signals import m2m_changed, post_delete, post_save

from digitalradar.core.page_cache import forget
from digitalradar.core.page_cache.following import follow

from .models import AgendaItem, Material, Occurrence, Offer, Place, Question, Series

EVENTS = "events"  # what lists dates: the calendar, formats, feeds, panels
# Written with each booking; what becomes of a page by them is told by whoever writes them.
COUNTERS = {"seats_taken", "reserved_used"}


def event_tag(pk: int | None) -> str:
    """Return the tag of one date: its own page, and what tells as much of it."""
    return f"event:{pk}"


def connect() -> None:
    """Forget what shows a date as soon as it, or something that belongs to it, is changed."""
    follow(Occurrence, lambda occurrence: [EVENTS, event_tag(occurrence.pk)])
    for model in (AgendaItem, Material, Question):
        follow(model, lambda row: [event_tag(row.occurrence_id)])
    for model, field in ((Place, "place"), (Series, "series")):
        follow(model, lambda row, field=field: [EVENTS, *_of_all(**{field: row})])
    post_save.connect(_offer_saved, sender=Offer)
    post_delete.connect(_offer_deleted, sender=Offer)
    m2m_changed.connect(_topics_changed, sender=Occurrence.topic_fields.through)


def _of_all(**narrowed: Any) -> list[str]:
    return [event_tag(pk) for pk in Occurrence.objects.filter(**narrowed).values_list("pk", flat=True)]


def _offer_saved(instance: Offer, update_fields: frozenset[str] | None, **_signal: object) -> None:
    if not (update_fields and update_fields <= COUNTERS):
        forget(EVENTS, event_tag(instance.occurrence_id))


def _offer_deleted(instance: Offer, **_signal: object) -> None:
    forget(EVENTS, event_tag(instance.occurrence_id))


def _topics_changed(instance: Any, action: str, **_signal: object) -> None:
    if action.startswith("post_"):
        forget(EVENTS, *([event_tag(instance.pk)] if isinstance(instance, Occurrence) else ()))
