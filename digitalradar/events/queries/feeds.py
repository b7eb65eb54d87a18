"""Dates as programs fetch them again and again: what is to come, and what was a short while ago."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils.timezone import now

from digitalradar.accounts.models import Person

from ..models import Booking, Occurrence
from ..models.booking import State

LOOK_BACK = timedelta(days=90)
"""How long a date stays in calendars that are fetched; before that it would vanish while people still look it up."""

MOST = 500
"""A calendar of a region holds fewer; the limit keeps the file small whatever is entered."""


def public_dates(*, kind: str = "", topic: str = "", series: str = "") -> list[Occurrence]:
    """Return the public dates of a calendar, also those that are cancelled: whoever has them must learn so."""
    dates = _recent(Occurrence.objects.public())
    for name, value in (("kind", kind), ("topic_fields", topic), ("series__slug", series)):
        dates = dates.filter(**{name: value}) if value else dates
    return list(dates[:MOST])


def newest_dates(count: int) -> list[Occurrence]:
    """Return the dates to come that were published last."""
    ahead = Occurrence.objects.public().filter(ends_at__gt=now())
    return list(_related(ahead).order_by("-publish_at", "-pk")[:count])


def own_dates(person: Person) -> list[tuple[Occurrence, list[Booking]]]:
    """Return the dates at which somebody has places, with these places; three queries."""
    places = Booking.objects.filter(
        registration__person=person, state__in=[State.CONFIRMED, State.ATTENDED]
    ).select_related("offer__occurrence")
    found: dict[int, list[Booking]] = {}
    for booking in places.order_by("offer__starts_at", "offer__order", "pk"):
        found.setdefault(booking.offer.occurrence_id, []).append(booking)
    dates = _recent(Occurrence.objects.filter(pk__in=found))
    return [(occurrence, found[occurrence.pk]) for occurrence in dates[:MOST]]


def _recent(dates: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
    return _related(dates.filter(ends_at__gt=now() - LOOK_BACK)).order_by("starts_at", "pk")


def _related(dates: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
    return dates.select_related("place", "series")
