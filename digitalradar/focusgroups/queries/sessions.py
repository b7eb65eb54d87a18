"""The sessions of a group, and what one member has to do with them."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.timezone import now

from digitalradar.events.models import Booking, Occurrence, Registration
from digitalradar.events.models.booking import ACTIVE
from digitalradar.events.models.booking import State as BookingState

from ..models import FocusGroup, Membership, SessionAnswer

PAST_SHOWN = 20


@dataclass(frozen=True)
class Attendance:
    """One session as one member sees it; ``booking`` is what counts of theirs, None without."""

    session: Occurrence
    booking: Booking | None
    own_answer: bool | None

    @property
    def is_coming(self) -> bool:
        return self.booking is not None

    @property
    def is_waiting(self) -> bool:
        return self.booking is not None and self.booking.state == BookingState.WAITING

    @property
    def has_place(self) -> bool:
        return self.booking is not None and self.booking.state in (BookingState.CONFIRMED, BookingState.ATTENDED)


def sessions_of(group: FocusGroup) -> QuerySet[Occurrence]:
    """Return all sessions of a group that everybody may know of."""
    return Occurrence.objects.public().filter(series=group.series_id)


def next_sessions(group: FocusGroup) -> QuerySet[Occurrence]:
    """Return the sessions to come, the next one first."""
    rows = sessions_of(group).to_come().select_related("place").prefetch_related("offers")
    return rows.order_by("starts_at", "pk")


def open_sessions(group: FocusGroup) -> QuerySet[Occurrence]:
    """Return the sessions for which an answer still counts: they have not begun."""
    return next_sessions(group).filter(starts_at__gt=now())


def past_sessions(group: FocusGroup) -> QuerySet[Occurrence]:
    """Return the last sessions with what goes with them, the latest first."""
    rows = sessions_of(group).over().exclude(state=Occurrence.State.CANCELLED)
    return rows.select_related("minutes").prefetch_related("materials__document").order_by("-starts_at")[:PAST_SHOWN]


def attendance_of(membership: Membership) -> list[Attendance]:
    """Return the sessions to come with the member's answers and places; three queries, however many there are."""
    sessions = list(next_sessions(membership.group))
    bookings = _bookings(membership, sessions)
    answers = dict(
        SessionAnswer.objects.filter(membership=membership, session__in=sessions).values_list("session", "is_coming")
    )
    return [Attendance(session, bookings.get(session.pk), answers.get(session.pk)) for session in sessions]


def registrations_of(membership: Membership, session: Occurrence) -> QuerySet[Registration]:
    """Return every sign-up of a member for a session, also those that were cancelled."""
    return Registration.objects.filter(occurrence=session, person=membership.person_id)


def active_registration(membership: Membership, session: Occurrence) -> Registration | None:
    """Return the sign-up that still counts."""
    rows = registrations_of(membership, session).filter(bookings__state__in=ACTIVE)
    return rows.select_related("occurrence", "person").first()


def _bookings(membership: Membership, sessions: list[Occurrence]) -> dict[int, Booking]:
    rows = Booking.objects.filter(
        person=membership.person_id, state__in=ACTIVE, offer__occurrence__in=sessions
    ).select_related("offer", "registration")
    return {booking.offer.occurrence_id: booking for booking in rows}
