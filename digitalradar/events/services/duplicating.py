"""Take a date as the template of another one."""

from datetime import date, datetime
from typing import Any

from django.db import models, transaction

from digitalradar.accounts.models import User

from ..copies import copy_of
from ..models import Occurrence, Offer
from ..rules.clock import moved_along
from .log import note
from .slugs import free_slug

# What makes a date this one date, and what became of it.
OWN = frozenset({"id", "uid", "slug", "created_at", "changed_at", "erased_at", "series_day", "checkin_token_hash"}) | {
    "state",
    "publish_at",
    "sequence",
    "starts_at",
    "ends_at",
    "previous_starts_at",
    "cancel_reason",
}
COUNTED = frozenset({"id", "occurrence", "seats_taken", "reserved_used"})


@transaction.atomic
def duplicate(
    *,
    occurrence: Occurrence,
    starts_at: datetime,
    title: str = "",
    series_day: date | None = None,
    by: User | None = None,
) -> Occurrence:
    """Make a draft like ``occurrence`` that begins at another time and takes as long.

    It gets texts, place, topics, offers, questions and agenda; people, material, minutes and the log stay behind.
    ``series_day`` is the day that the rule of its series names for it.
    """
    values = {
        field.attname: getattr(occurrence, field.attname)
        for field in Occurrence._meta.concrete_fields
        if field.name not in OWN
    }
    copy = Occurrence(
        **values | {"title": title or occurrence.title, "series_day": series_day},
        starts_at=starts_at,
        ends_at=starts_at + (occurrence.ends_at - occurrence.starts_at),
    )
    copy.slug = free_slug(copy.title, copy.local_start.date())
    copy.save()
    copy.topic_fields.set(occurrence.topic_fields.all())
    (copy_of(occurrence.kind) or copy_offers)(occurrence, copy)
    for rows in (occurrence.questions, occurrence.agenda):
        _copy_rows(rows.all(), copy)
    note(copy, "occurrence.duplicated", by=by, template=occurrence.pk)
    return copy


def copy_offers(original: Occurrence, copy: Occurrence) -> None:
    """Copy offers without anybody in them; times of their own move along."""
    Offer.objects.bulk_create(
        Offer(occurrence=copy, **_values(offer, COUNTED) | _moved(offer, original, copy))
        for offer in original.offers.all()
    )


def _moved(offer: Offer, original: Occurrence, copy: Occurrence) -> dict[str, datetime | None]:
    along = {"before": original.starts_at, "after": copy.starts_at, "zone": copy.zone}
    times = {name: getattr(offer, name) for name in ("starts_at", "ends_at", "opens_at", "closes_at")}
    return {name: moved_along(moment, **along) if moment else None for name, moment in times.items()}


def _copy_rows(rows: models.QuerySet, copy: Occurrence) -> None:
    rows.model.objects.bulk_create(
        rows.model(occurrence=copy, **_values(row, frozenset({"id", "occurrence"}))) for row in rows
    )


def _values(row: models.Model, without: frozenset[str]) -> dict[str, Any]:
    return {
        field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if field.name not in without
    }
