"""Personal data of dates leaves on its clock, each purpose on its own; evidence stays as long as it has to (I-17, X21).

What remains of a date: its own texts, how many came from which firm, and what became of each booking.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate, now
from django.utils.translation import gettext_lazy as _

from digitalradar.core import due_work

from ..models import Booking, Feedback, FollowUp, Occurrence, Registration
from ..models.booking import SEATED
from .erasing import EMPTIED, EVIDENCE, empty
from .log import note
from .places import locked

DAYS_PER_MONTH = 30.4375  # mean length of a month in days
ORGANISATION = frozenset({"organisation"})


def register() -> None:
    """Let the daily jobs do it."""
    deletions = due_work.DELETIONS
    due_work.register(
        "names of past dates erased", forget_over, _("Namen vergangener Termine löschen"), order=deletions
    )
    due_work.register(
        "evidence of funded dates erased", forget_evidence, _("Nachweise geförderter Termine löschen"), order=deletions
    )
    due_work.register("words of feedback erased", forget_words, _("Texte der Rückmeldungen löschen"), order=deletions)


def personal_until() -> timedelta:
    """Return how long after a date names stay: ``EVENTS_PERSONAL_MONTHS``."""
    return timedelta(days=settings.EVENTS_PERSONAL_MONTHS * DAYS_PER_MONTH)


def evidence_until() -> timedelta:
    """Return how long after a funded date it can be shown who came: ``EVENTS_EVIDENCE_YEARS``."""
    return timedelta(days=settings.EVENTS_EVIDENCE_YEARS * DAYS_PER_MONTH * 12)


def with_names() -> QuerySet[Registration]:
    """Return the registrations of which more is known than numbers and evidence."""
    return Registration.objects.filter(erased_at=None)


def evidence() -> QuerySet[Registration]:
    """Return the registrations of which only the evidence of a funded date is left."""
    return Registration.objects.filter(erased_at__isnull=False).exclude(name="")


def forget_over(at: datetime | None = None) -> int:
    """Erase who signed up for dates that are long over; return how many registrations.

    The firm stays where somebody had a place, so that it can be said how many came from where.
    """
    at = at or now()
    over = Occurrence.objects.filter(ends_at__lte=at - personal_until())
    due = over.filter(Q(erased_at=None) | Q(registrations__in=with_names())).distinct()
    return sum(_forget(pk, at) for pk in list(due.values_list("pk", flat=True)))


def forget_evidence(at: datetime | None = None) -> int:
    """Erase the names of those who came to funded dates when nobody may ask for them any more; return how many."""
    limit = (at or now()) - evidence_until()
    old = evidence().filter(Q(occurrence__ends_at__lte=limit) | Q(occurrence__is_funded=False))
    return old.update(**{name: EMPTIED[name] for name in EVIDENCE - ORGANISATION})


def forget_words(at: datetime | None = None) -> int:
    """Erase what people wrote about a date ``EVENTS_PERSONAL_MONTHS`` ago; ratings and outcomes stay as numbers."""
    limit = localdate(at or now()) - personal_until()
    told = Feedback.objects.filter(given_on__lte=limit).exclude(helped="", missing="")
    later = FollowUp.objects.filter(given_on__lte=limit).exclude(text="")
    return told.update(helped="", missing="") + later.update(text="")


def _forget(occurrence_id: int, at: datetime) -> int:
    """Erase one date under its lock; the log learns a number."""
    with locked(occurrence_id, at=at) as date:
        rows = with_names().filter(occurrence=occurrence_id).select_related("person", "occurrence")
        rows = rows.order_by("person", "pk")  # in the same order as everybody, see due.py
        had_place = set(_seated(occurrence_id))
        keeps = {row.pk: ORGANISATION if row.pk in had_place else () for row in rows}
        count = sum(empty(row, at, keeps=keeps[row.pk]) for row in rows)
        Occurrence.objects.filter(pk=occurrence_id).update(erased_at=at)
        if count:
            note(date.occurrence, "occurrence.erased", count=count)
    return count


def _seated(occurrence_id: int) -> QuerySet:
    places = Booking.objects.filter(offer__occurrence=occurrence_id, state__in=SEATED)
    return places.values_list("registration", flat=True)
