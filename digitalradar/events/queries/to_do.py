"""What waits for hosts: full dates, requests nobody has confirmed, minutes nobody has written."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import F
from django.utils.timezone import now

from ..models import Booking, Occurrence
from ..models.booking import State

MINUTES_EXPECTED = frozenset({"netzwerktreffen", "fokusgruppe"})  # formats that go on from date to date
LOOK_BACK = timedelta(days=60)
MOST = 5


@dataclass(frozen=True)
class ToDo:
    """Some dates of each sort, the next or the latest first."""

    full: list[Occurrence]
    unconfirmed: list[Occurrence]
    without_minutes: list[Occurrence]


def to_do() -> ToDo:
    """Return what a host may want to act on; three queries, whatever there is."""
    moment = now()
    ahead = Occurrence.objects.to_come().filter(starts_at__gt=moment)
    waiting = Booking.objects.filter(state=State.WAITING).values("offer")
    requested = Booking.objects.filter(state=State.REQUESTED).values("offer__occurrence")
    past = Occurrence.objects.over().filter(ends_at__gt=moment - LOOK_BACK, kind__in=MINUTES_EXPECTED, minutes=None)
    return ToDo(
        full=list(
            ahead.filter(offers__pk__in=waiting, offers__seats_taken__gte=F("offers__capacity")).distinct()[:MOST]
        ),
        unconfirmed=list(ahead.filter(pk__in=requested)[:MOST]),
        without_minutes=list(past.exclude(state=Occurrence.State.CANCELLED).order_by("-starts_at")[:MOST]),
    )
