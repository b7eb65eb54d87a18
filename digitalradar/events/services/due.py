"""What falls due with time: kept places, offered places, requests nobody confirmed, dates that are over.

Each function may run at any time, any number of times, also beside itself.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from digitalradar.core import due_work, jobs

from ..models import Booking, Occurrence, Registration
from ..models.booking import State
from .closing import close
from .erasing import empty
from .log import note
from .places import forget_pages_before, locked
from .waiting_list import lapse_offers, promote


def release_kept(at: datetime | None = None) -> int:
    """Let kept places go whose time is over and give them to those who wait; return how many bookings.

    A request stays a request: it is decided at the confirmation. A hold is deleted.
    """
    at, count = at or now(), 0
    over = Booking.objects.filter(state__in=[State.HELD, State.REQUESTED], held_until__lte=at)
    for occurrence_id in _dates(over):
        with locked(occurrence_id, at=at) as date:
            late = list(over.filter(offer__in=date.offers).order_by("pk"))
            forget_pages_before(date, late)
            for booking in late:
                count += 1
                if booking.state == State.HELD:
                    date.remove(booking)
                else:
                    date.move(booking, State.REQUESTED, held_until=None)
            for offer in date.offers.values():
                promote(date, offer)
    if count:
        delete_shells(at)
    return count


def delete_shells(at: datetime | None = None) -> int:
    """Delete what is left of forms that were opened and never sent; return how many."""
    limit = (at or now()) - timedelta(minutes=settings.EVENTS_HOLD_MINUTES)
    shells = Registration.objects.filter(person=None, name="", bookings=None, confirmed_at=None, erased_at=None)
    return shells.filter(created_at__lte=limit).delete()[0]


def lapse_requests(at: datetime | None = None) -> int:
    """Lapse what nobody confirmed for ``EVENTS_CONFIRM_HOURS`` and erase its data (X12); return how many.

    Also those of dates that have begun: nobody can confirm them any more.
    """
    at, count = at or now(), 0
    waiting = Booking.objects.filter(state=State.REQUESTED)
    late = waiting.filter(registration__created_at__lte=at - timedelta(hours=settings.EVENTS_CONFIRM_HOURS))
    over = waiting.filter(offer__occurrence__starts_at__lte=at)
    for occurrence_id in _dates(late | over):
        with locked(occurrence_id, at=at) as date:
            bookings = list(_by_person((late | over).filter(offer__in=date.offers)))
            for booking in bookings:
                date.move(booking, State.LAPSED, held_until=None)
                note(date.occurrence, "booking.lapsed", booking)
            for registration in {booking.registration_id: booking.registration for booking in bookings}.values():
                if registration.confirmed_at is None:
                    count += empty(registration, at)
            for offer in date.offers.values():
                promote(date, offer)
    return count


def close_ended(at: datetime | None = None) -> int:
    """Close dates ``EVENTS_CLOSE_HOURS`` after their end; return how many."""
    at = at or now()
    limit = at - timedelta(hours=settings.EVENTS_CLOSE_HOURS)
    ended = Occurrence.objects.filter(state=Occurrence.State.PUBLISHED, ends_at__lte=limit)
    return len([close(occurrence, at=at) for occurrence in ended])


def sweep() -> int:
    """Release and lapse what cannot wait for the daily jobs; the worker calls it every few seconds.

    It returns 0: none of it was left lying by a process that died, and none is news for the log of the worker.
    """
    release_kept()
    lapse_offers()
    return 0


def register() -> None:
    """Let the daily jobs and the worker do it."""
    due_work.register(
        "unconfirmed sign-ups erased", lapse_requests, _("Unbestätigte Anmeldungen löschen"), order=due_work.DELETIONS
    )
    due_work.register("kept places released", release_kept, _("Vorgemerkte Plätze freigeben"), order=due_work.DELETIONS)
    due_work.register("open forms forgotten", delete_shells, _("Nicht abgesendete Anmeldungen vergessen"))
    due_work.register("offered places lapsed", lapse_offers, _("Nicht angenommene Plätze weitergeben"))
    due_work.register("dates closed", close_ended, _("Vergangene Termine abschließen"))
    jobs.register_sweep("places", sweep)


def _by_person(bookings: QuerySet[Booking]) -> QuerySet[Booking]:
    """Everybody erases people in the same order, so that two who do it for two dates never block each other."""
    return bookings.select_related("registration__person").order_by("registration__person", "pk")


def _dates(bookings: QuerySet[Booking]) -> Iterable[int]:
    return list(bookings.order_by().values_list("offer__occurrence", flat=True).distinct())
