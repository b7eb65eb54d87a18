"""Begin a date from the template of its format."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from digitalradar.accounts.models import User

from ..kinds import Kind
from ..models import Occurrence, Offer
from .log import note
from .slugs import free_slug


@dataclass(frozen=True)
class Draft:
    """What a host tells of a new date; all else comes from the format. ``capacity`` None: as many as come."""

    title: str
    starts_at: datetime
    ends_at: datetime
    summary: str = ""
    capacity: int | None = None
    topic_fields: list[Any] = field(default_factory=list)
    more: dict[str, Any] = field(default_factory=dict)


@transaction.atomic
def create_occurrence(*, kind: Kind, draft: Draft, by: User | None = None) -> Occurrence:
    """Make a draft of a date with one offer, the date itself; ``draft.more`` are further fields of the date."""
    occurrence = Occurrence(
        kind=kind.id,
        title=draft.title,
        summary=draft.summary,
        starts_at=draft.starts_at,
        ends_at=draft.ends_at,
        **draft.more,
    )
    occurrence.slug = free_slug(draft.title, occurrence.local_start.date())
    occurrence.save()
    occurrence.topic_fields.set(draft.topic_fields)
    Offer.objects.create(occurrence=occurrence, capacity=draft.capacity, **offer_defaults(kind))
    note(occurrence, "occurrence.created", by=by, kind=kind.id)
    return occurrence


def offer_defaults(kind: Kind) -> dict[str, Any]:
    """Return the fields of an offer with which dates of a format begin."""
    names = ("policy", "max_party", "is_exclusive", "offer_hours", "smaller_may_pass", "max_per_organisation")
    return {name: kind.defaults[name] for name in names if name in kind.defaults}
