"""What the page of one date reads."""

from collections.abc import Sequence
from copy import copy
from datetime import datetime

from django.db.models import prefetch_related_objects
from django.utils.timezone import now

from digitalradar.core.page_cache import CONTACTS, remember, remember_found

from ..cache_tags import event_tag
from ..models import Material, Occurrence
from ..models.occurrence import OccurrenceQuerySet
from .calendar import soonest

WHOLE = ("offers", "agenda", "topic_fields")
ALWAYS = ("questions", "contact__photo__renditions")  # read once, with the date itself


def find_event(slug: str, parts: Sequence[str] = WHOLE) -> Occurrence | None:
    """Return a date that everybody may see, with the parts of it that a page shows; each costs a query."""
    found = _public(slug)
    return with_parts(found, parts) if found else None


def with_parts(remembered: Occurrence, parts: Sequence[str]) -> Occurrence:
    """Return a copy of a date that others remember, too, with parts that are read now: places change all the time."""
    own = copy(remembered)
    own._prefetched_objects_cache = dict(remembered._prefetched_objects_cache)
    prefetch_related_objects([own], *parts)
    return own


def _tags(found: Occurrence) -> tuple[str, ...]:
    return event_tag(found.pk), CONTACTS


@remember_found(_tags)
def _public(slug: str) -> Occurrence | None:
    return _rows().public().filter(slug=slug).first()


@remember_found(_tags)
def remembered_event(pk: int) -> Occurrence | None:
    """Return a date of any state with place and contact, as all requests share it: to be read, never to be changed."""
    return _rows().filter(pk=pk).first()


def _rows() -> OccurrenceQuerySet:
    dates = Occurrence.objects.select_related("place", "series", "contact", "contact__photo")
    return dates.prefetch_related(*ALWAYS)


def released_materials(occurrence: Occurrence, *, for_participants: bool = False) -> list[Material]:
    """Return the material that somebody has released: for everybody, or also what only participants get."""
    released = occurrence.materials.filter(released_at__isnull=False).select_related("document")
    return list(released if for_participants else released.filter(audience=Material.Audience.PUBLIC))


@remember(lambda occurrence: (event_tag(occurrence.pk),))
def turns(occurrence: Occurrence) -> list[datetime]:
    """Return the moments at which its page changes by itself: sign-up opens or closes, it begins, it ends."""
    kind = occurrence.format
    times = (occurrence.publish_at or occurrence.starts_at, occurrence.starts_at, occurrence.ends_at)
    moments = [occurrence.publish_at, occurrence.starts_at, occurrence.ends_at]
    for phase in kind.phases:
        moments += [phase.begins.at(*times), phase.ends.at(*times) if phase.ends else None]
    for offer in occurrence.offers.all():
        moments += [offer.opens_at, offer.closes_at]
    return sorted({moment for moment in moments if moment})


def next_turn(occurrence: Occurrence) -> datetime | None:
    return soonest(turns(occurrence))


def last_turn(occurrence: Occurrence) -> datetime | None:
    """Return the last such moment that has passed."""
    return max((moment for moment in turns(occurrence) if moment <= now()), default=None)
