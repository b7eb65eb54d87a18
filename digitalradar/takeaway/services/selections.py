"""Selections: put in, take out, order, join, let go. The row of the selection is locked by whoever changes it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils.timezone import now
from django.utils.translation import gettext as _

from digitalradar.core.errors import DomainError
from digitalradar.core.tokens import hash_token, new_token

from ..models import Selection, SelectionItem
from ..queries.selections import find_selection

MOST_ITEMS = 100
DAYS_PER_MONTH = 30.4375  # mean length of a month in days


@dataclass(frozen=True)
class Kept:
    """The secret of the selection in which a page is now, and whether it was there before."""

    token: str
    was_there: bool


def lifetime() -> timedelta:
    """Return how long a selection is kept after its last visit."""
    return timedelta(days=settings.SELECTION_MONTHS * DAYS_PER_MONTH)


def expiry() -> datetime:
    return now() + lifetime()


@transaction.atomic
def keep_page(*, token: str, kind: str, identifier: str, title: str) -> Kept:
    """Put a page at the end of the selection of ``token``; without a living one, begin a new selection.

    Raises:
        DomainError: the selection is full.
    """
    selection = find_selection(token, for_update=True)
    if selection is None:
        token = new_token()
        selection = Selection.objects.create(token_hash=hash_token(token), expires_at=expiry())
    was_there = not _append(selection, kind, identifier, title)
    return Kept(token, was_there)


@transaction.atomic
def remove_item(*, token: str, key: str) -> None:
    """Take an entry out; one that is gone already stays gone."""
    if selection := find_selection(token, for_update=True):
        _items(selection, key).delete()


@transaction.atomic
def note_item(*, token: str, key: str, note: str) -> None:
    """Write a note beside an entry, or empty it."""
    if selection := find_selection(token, for_update=True):
        _items(selection, key).update(note=note)


@transaction.atomic
def move_item(*, token: str, key: str, steps: int) -> None:
    """Move an entry up (-1) or down (1) among the others; at the end it stays where it is."""
    if (selection := find_selection(token, for_update=True)) is None:
        return
    items = list(selection.items.all())
    at = next((place for place, item in enumerate(items) if item.key == key), None)
    if at is None:
        return
    item = items.pop(at)
    items.insert(min(max(at + steps, 0), len(items)), item)
    for place, each in enumerate(items):
        each.place = place
    SelectionItem.objects.bulk_update(items, ["place"])


@transaction.atomic
def join_selections(*, token: str, other: str) -> int:
    """Put what the selection of ``other`` holds into that of ``token``, with notes; return how many were new.

    The other one stays as it is: somebody else may hold its link.

    Raises:
        DomainError: there is no room for all.
    """
    selection, source = find_selection(token, for_update=True), find_selection(other)
    if selection is None or source is None or selection == source:
        return 0
    items = source.items.all()
    return sum(_append(selection, item.kind, item.identifier, item.title, item.note) for item in items)


@transaction.atomic
def delete_selection(*, token: str) -> None:
    """Delete a selection at once, with everything in it; whoever is just adding to it goes first or begins anew."""
    if selection := find_selection(token, for_update=True):
        selection.delete()


def wind_clock(selection: Selection) -> bool:
    """Note a visit: the selection is kept for its whole lifetime again. Written at most once a day; tells whether."""
    expires_at = expiry()
    if expires_at - selection.expires_at <= timedelta(days=1):
        return False
    # Never back, and never for one that was deleted meanwhile.
    return bool(Selection.objects.filter(pk=selection.pk, expires_at__lt=expires_at).update(expires_at=expires_at))


@transaction.atomic
def delete_expired() -> int:
    """Delete the selections whose time is over; return how many."""
    expired = list(Selection.objects.select_for_update().expired().values_list("pk", flat=True))
    Selection.objects.filter(pk__in=expired).delete()
    return len(expired)


def _append(selection: Selection, kind: str, identifier: str, title: str, note: str = "") -> bool:
    """Add a page at the end unless it is there; tell whether it was added."""
    if _items(selection, f"{kind}.{identifier}").exists():
        return False
    if selection.items.count() >= MOST_ITEMS:
        raise DomainError(
            _("Ihre Auswahl ist voll: Mehr als %(most)s Einträge passen nicht hinein.") % {"most": MOST_ITEMS}
        )
    last = selection.items.aggregate(last=Max("place"))["last"]
    place = 0 if last is None else last + 1
    selection.items.create(kind=kind, identifier=identifier, title=title, note=note, place=place)
    return True


def _items(selection: Selection, key: str):
    kind, _dot, identifier = key.partition(".")
    return selection.items.filter(kind=kind, identifier=identifier)
