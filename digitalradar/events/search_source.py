"""What the search knows of dates: one entry for each that everybody may see, in the language it is held in."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from digitalradar.core import due_work
from digitalradar.search import services, sources
from digitalradar.search.entry import Entry
from digitalradar.search.plain_text import lines_of

from .models import AgendaItem, Occurrence, Place
from .presentation.rows import where
from .presentation.times import when

KIND = "event"
PRIOR = 0.75  # guides come first where they fit as well


def register() -> None:
    """Tell the search about dates; called once at start."""
    sources.register(KIND, entries)
    post_save.connect(_changed, sender=Occurrence)
    m2m_changed.connect(_topics_changed, sender=Occurrence.topic_fields.through)
    post_delete.connect(_deleted, sender=Occurrence)
    post_save.connect(_agenda_changed, sender=AgendaItem)
    post_delete.connect(_agenda_changed, sender=AgendaItem)
    post_save.connect(_place_changed, sender=Place)
    due_work.register("dates made findable", index_all, gettext_lazy("Termine in die Suche aufnehmen"))


def entries() -> Iterator[Entry]:
    """Yield the entries of all dates that everybody may see."""
    dates = Occurrence.objects.public().select_related("place").prefetch_related("topic_fields", "agenda")
    yield from map(entry_of, dates.order_by("pk"))


def entry_of(occurrence: Occurrence) -> Entry:
    """Return what the search keeps of a date; the day stands in the summary, for results show no date of their own."""
    with override(occurrence.language):
        told = {"when": when(occurrence), "summary": occurrence.summary}
        agenda = [text for item in occurrence.agenda.all() for text in (item.title, item.speaker, item.text) if text]
        return Entry(
            kind=KIND,
            key=key_of(occurrence),
            language=occurrence.language,
            title=occurrence.title,
            url=reverse("events:event", args=[occurrence.slug]),
            summary=_("%(when)s. %(summary)s") % told,
            body="\n".join([*lines_of(occurrence.description), *agenda, where(occurrence)]),
            keywords=f"{occurrence.format.title}\n{occurrence.format.plural}",
            facets={"topic_field": [topic.pk for topic in occurrence.topic_fields.all()], "format": [KIND]},
            published=occurrence.publish_at.date() if occurrence.publish_at else None,
            prior=PRIOR,
        )


def key_of(occurrence: Occurrence) -> str:
    """Return what names a date for good: its address may change."""
    return str(occurrence.uid)


def index_all() -> int:
    """Index what was published by the clock alone, and what a killed process left; return how many entries changed."""
    return sum(services.index(entry) for entry in entries())


def _changed(instance: Occurrence, **_signal: Any) -> None:
    """Wait for the commit: whoever holds the lock of a date must not wait for the index."""
    transaction.on_commit(partial(_index, instance.pk))


def _topics_changed(instance: Any, action: str, **_signal: Any) -> None:
    if action.startswith("post_") and isinstance(instance, Occurrence):
        transaction.on_commit(partial(_index, instance.pk))


def _agenda_changed(instance: AgendaItem, **_signal: Any) -> None:
    transaction.on_commit(partial(_index, instance.occurrence_id))


def _place_changed(instance: Place, **_signal: Any) -> None:
    """Also dates that are over name their place; their entries are made anew together."""
    transaction.on_commit(partial(_index_at, instance.pk))


def _deleted(instance: Occurrence, **_signal: Any) -> None:
    transaction.on_commit(partial(services.remove, KIND, key_of(instance)))


def _index_at(place: int) -> None:
    for pk in Occurrence.objects.filter(place=place).values_list("pk", flat=True):
        _index(pk)


def _index(pk: int) -> None:
    occurrence = Occurrence.objects.select_related("place").filter(pk=pk).first()
    if occurrence is None:
        return
    if occurrence.is_public:
        services.index(entry_of(occurrence))
    else:
        services.remove(KIND, key_of(occurrence))
