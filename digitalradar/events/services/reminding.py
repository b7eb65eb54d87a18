"""Letters that time brings: a reminder before a date, thanks after it, a question some months later.

Each person gets each of them once, whoever asks how often and from how many processes: who is written to is noted in
the same transaction that queues the letter, by an update that finds the row only as long as nothing is noted there.
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from digitalradar.core import due_work, jobs

from .. import emails
from ..kinds import Kind, kinds
from ..models import Occurrence, Registration
from ..models.booking import State
from ..queries.participation import participants

Registrations = QuerySet[Registration]
LONGEST_PHASE = timedelta(days=365)
"""No question about a date comes later; it keeps the look for dates small."""

SWEEP_SECONDS = 300.0


def remind(at: datetime | None = None) -> int:
    """Remind people with a place ``EVENTS_REMINDER_HOURS`` before a date begins (X18); return how many.

    Who got their place within this time has just been told everything. A date that was moved is a new reason.
    """
    at = at or now()
    ahead = timedelta(hours=settings.EVENTS_REMINDER_HOURS)
    own = Registration.objects.filter(
        bookings__state=State.CONFIRMED,
        bookings__changed_at__lte=F("occurrence__starts_at") - ahead,
        occurrence__state=Occurrence.State.PUBLISHED,
        occurrence__starts_at__gt=at,
        occurrence__starts_at__lte=at + ahead,
        person__isnull=False,
    )
    return _write(own.filter(_not_reminded()), _note_reminder, emails.reminder)


def thank(at: datetime | None = None) -> int:
    """Thank people who were there ``EVENTS_AFTERWARDS_HOURS`` after the end, while they can answer; return how many."""
    at = at or now()
    end = at - timedelta(hours=settings.EVENTS_AFTERWARDS_HOURS)
    people = _of_dates("feedback", at).filter(occurrence__ends_at__lte=end, thanked_at=None)
    return _write(people, lambda own: own.filter(thanked_at=None).update(thanked_at=at), emails.afterwards)


def ask_later(at: datetime | None = None) -> int:
    """Ask people who were there what became of it, when their format's phase for it has begun; return how many."""
    at = at or now()
    people = _of_dates("follow_up", at).filter(asked_later_at=None)
    return _write(people, lambda own: own.filter(asked_later_at=None).update(asked_later_at=at), emails.follow_up)


def write_what_is_due() -> int:
    """Write all letters whose time has come; return how many."""
    return remind() + thank() + ask_later()


def register() -> None:
    """Let the daily jobs and the worker do it."""
    due_work.register("people reminded of dates", write_what_is_due, _("An Termine erinnern, nach Terminen fragen"))
    jobs.register_sweep("reminders", Sweep())


class Sweep:
    """The worker's look every few minutes: with the daily jobs alone a reminder could come a day late."""

    def __init__(self) -> None:
        self._looked_at = -SWEEP_SECONDS

    def __call__(self) -> int:
        """Return 0: nothing was left lying by a process that died."""
        if time.monotonic() - self._looked_at >= SWEEP_SECONDS:
            self._looked_at = time.monotonic()
            write_what_is_due()
        return 0


def _of_dates(act: str, at: datetime) -> Registrations:
    """Return who was at dates that are over and whose phase for an act is open."""
    over = Occurrence.objects.filter(
        state__in=[Occurrence.State.PUBLISHED, Occurrence.State.CLOSED],
        publish_at__isnull=False,
        ends_at__lte=at,
        ends_at__gt=at - LONGEST_PHASE,
        kind__in=[kind.id for kind in kinds().values() if _knows(kind, act)],
    )
    open_ones = [occurrence.pk for occurrence in over if act in _allowed(occurrence, at)]
    return participants().filter(occurrence__in=open_ones)


def _allowed(occurrence: Occurrence, at: datetime) -> frozenset[str]:
    times = {"publication": occurrence.publish_at, "start": occurrence.starts_at, "end": occurrence.ends_at}
    return occurrence.format.allowed(at, **times)


def _knows(kind: Kind, act: str) -> bool:
    return any(act in phase.allows for phase in kind.phases)


def _not_reminded() -> Q:
    return Q(reminded_for=None) | ~Q(reminded_for=F("occurrence__starts_at"))


def _note_reminder(own: Registrations) -> int:
    """Note for which beginning; a date that was moved since is a new one."""
    starts_at = own.values_list("occurrence__starts_at", flat=True).get()
    return own.filter(Q(reminded_for=None) | ~Q(reminded_for=starts_at)).update(reminded_for=starts_at)


def _write(people: Registrations, note: Callable[[Registrations], int], letter: Callable[[Registration], None]) -> int:
    count = 0
    for pk in list(people.order_by("pk").values_list("pk", flat=True).distinct()):
        with transaction.atomic():
            own = Registration.objects.filter(pk=pk)
            if note(own):
                letter(own.get())
                count += 1
    return count
