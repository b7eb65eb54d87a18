"""Take an annual event as the template of the next: its places, rooms and tracks, not its items and people."""

from django.db.models import QuerySet

from digitalradar.events import copies
from digitalradar.events.models import Occurrence, Offer
from digitalradar.events.services.duplicating import copy_offers

from .models import ProgrammeItem, Room, Track

KIND = "jahresveranstaltung"


def register() -> None:
    """Let annual events be copied this way; called once at start."""
    copies.register(KIND, copy)


def copy(original: Occurrence, new: Occurrence) -> None:
    """Copy the offers that are no seats in an item, rooms and tracks. Seats come back with the items of the new one."""
    of_items = ProgrammeItem.objects.filter(occurrence=original, offer__isnull=False)
    titles = set(Offer.objects.filter(programme_item__in=of_items).values_list("title", "starts_at"))
    by = new.starts_at - original.starts_at
    copy_offers(original, new)
    for offer in new.offers.exclude(starts_at=None):
        if (offer.title, offer.starts_at - by) in titles:
            offer.delete()
    for rows in (original.rooms.all(), original.tracks.all()):
        _copy(rows, new)


def _copy(rows: QuerySet[Room] | QuerySet[Track], new: Occurrence) -> None:
    names = [field.name for field in rows.model._meta.concrete_fields if field.name not in ("id", "occurrence")]
    rows.model.objects.bulk_create(
        rows.model(occurrence=new, **{name: getattr(row, name) for name in names}) for row in rows
    )
