"""What the page of one date reads."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.timezone import now

from ..models import Material, Occurrence
from .calendar import soonest

WHOLE = ("offers", "agenda", "topic_fields", "contact__photo__renditions")


def find_event(slug: str, parts: Sequence[str] = WHOLE) -> Occurrence | None:
    """Return a date that everybody may see, with the parts of it that a page shows; each costs a query."""
    dates = Occurrence.objects.public().select_related("place", "series", "contact", "contact__photo")
    return dates.prefetch_related(*parts).filter(slug=slug).first()


def released_materials(occurrence: Occurrence, *, for_participants: bool = False) -> list[Material]:
    """Return the material that somebody has released: for everybody, or also what only participants get."""
    released = occurrence.materials.filter(released_at__isnull=False).select_related("document")
    return list(released if for_participants else released.filter(audience=Material.Audience.PUBLIC))


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
