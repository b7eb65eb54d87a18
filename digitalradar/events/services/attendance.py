"""Who came: checked in at the door, taken back, and after the date is closed corrected with a reason.

All of it happens under the lock of the date, so that two desks never count somebody twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from digitalradar.accounts.models import User
from digitalradar.core.errors import DomainError

from ..models import Attendance, Booking, Occurrence, Registration
from ..models.booking import State
from .log import note
from .places import LockedDate, locked
from .waiting_list import fresh

Way = Attendance.Way


class NotAdmitted(DomainError):
    """Somebody at the door has no place; the sentence says why."""


@dataclass(frozen=True)
class Arrival:
    """Somebody who is in; ``is_new`` False: they were checked in before, at ``attendance.arrived_at``."""

    attendance: Attendance
    is_new: bool


def arrive(
    registration: Registration, *, way: str = Way.CODE, by: User | None = None, at: datetime | None = None
) -> Arrival:
    """Check a party in with all its places; who is in already stays so, with the places they got since.

    ``by`` is empty at a desk without account.

    Raises:
        NotAdmitted: check-in is not open, or the party has no place (any more).
    """
    with locked(registration.occurrence_id, at=at) as date:
        if present := Attendance.objects.filter(registration=registration).first():
            _add_places(date, present)
            return Arrival(present, is_new=False)
        if refusal := why_no_check_in(date.occurrence, date.at):
            raise NotAdmitted(refusal)
        bookings = _bookings(date, registration)
        seated = [booking for booking in bookings if booking.state == State.CONFIRMED]
        if not seated:
            raise NotAdmitted(_why_not(bookings))
        for booking in seated:
            date.move(booking, State.ATTENDED)
        attendance = Attendance.objects.create(
            registration=registration,
            persons=max(booking.party_size for booking in seated),
            minutes=minutes_of(date.occurrence, seated),
            way=way,
            arrived_at=date.at,
            recorded_by=by,
        )
        note(date.occurrence, "attendance.recorded", seated[0], by=by, way=way, persons=attendance.persons)
        return Arrival(attendance, is_new=True)


def _add_places(date: LockedDate, present: Attendance) -> None:
    """Count what somebody who is in has got since then: a round into which they walked, for example."""
    bookings = _bookings(date, present.registration)
    added = [booking for booking in bookings if booking.state == State.CONFIRMED]
    if not added or why_no_check_in(date.occurrence, date.at):
        return
    for booking in added:
        date.move(booking, State.ATTENDED)
    present.minutes = minutes_of(date.occurrence, [row for row in bookings if row.state == State.ATTENDED])
    present.save(update_fields=["minutes"])


def undo(registration: Registration, *, by: User | None = None, at: datetime | None = None) -> bool:
    """Take a check-in back while the date is open; return False if there was none.

    Raises:
        NotAdmitted: the date is closed.
    """
    with locked(registration.occurrence_id, at=at) as date:
        _refuse_closed(date.occurrence)
        deleted, _kinds = Attendance.objects.filter(registration=registration).delete()
        for booking in _bookings(date, registration):
            if booking.state == State.ATTENDED:
                date.move(booking, State.CONFIRMED)
                note(date.occurrence, "attendance.undone", booking, by=by)
        return bool(deleted)


def correct(
    registration: Registration, *, persons: int, minutes: int, reason: str, by: User | None = None
) -> Attendance:
    """Say after the end who came, in place of what was recorded; 0 persons means that nobody did.

    The reason stays with the attendance, the log says only that and what was changed.

    Raises:
        NotAdmitted: there is no reason, the date has not begun, or the party had no place.
    """
    if not reason.strip():
        raise NotAdmitted(_("Eine Berichtigung braucht einen Grund."))
    with locked(registration.occurrence_id) as date:
        if date.occurrence.starts_at > date.at:
            raise NotAdmitted(_("Der Termin hat noch nicht begonnen."))
        concerned = (State.CONFIRMED, State.ATTENDED, State.NO_SHOW)
        bookings = [booking for booking in _bookings(date, registration) if booking.state in concerned]
        if not bookings:
            raise NotAdmitted(_("Diese Anmeldung hatte keinen Platz."))
        if persons > max(booking.party_size for booking in bookings):
            raise NotAdmitted(_("So viele Personen waren nicht angemeldet."))
        for booking in bookings:
            date.move(booking, State.ATTENDED if persons else State.NO_SHOW)
        values = {"persons": persons, "minutes": minutes if persons else 0, "correction": reason, "recorded_by": by}
        attendance, _is_new = Attendance.objects.update_or_create(
            registration=registration,
            defaults=values,
            create_defaults=values | {"way": Way.LIST, "arrived_at": date.occurrence.starts_at},
        )
        note(date.occurrence, "attendance.corrected", bookings[0], by=by, persons=persons, minutes=attendance.minutes)
        return attendance


def minutes_of(occurrence: Occurrence, bookings: Iterable[Booking]) -> int:
    """Return how long a party was there: its rounds together if they have times of their own, else the whole date."""
    rounds = {booking.offer for booking in bookings if booking.offer.starts_at and booking.offer.ends_at}
    lengths = [offer.ends_at - offer.starts_at for offer in rounds] or [occurrence.ends_at - occurrence.starts_at]
    return int(sum(lengths, timedelta()).total_seconds() // 60)


def why_no_check_in(occurrence: Occurrence, at: datetime) -> str:
    """Say why nobody can be checked in at a moment; empty: check-in is open."""
    if occurrence.state == Occurrence.State.CANCELLED:
        return _("Dieser Termin ist abgesagt.")
    if occurrence.state == Occurrence.State.CLOSED:
        return _("Dieser Termin ist abgeschlossen.")
    if occurrence.state == Occurrence.State.DRAFT:
        return _("Dieser Termin ist ein Entwurf.")
    acts = occurrence.format.allowed(
        at, publication=occurrence.publish_at, start=occurrence.starts_at, end=occurrence.ends_at
    )
    if "check_in" in acts:
        return ""
    if at < occurrence.starts_at:
        return _("Das Einchecken hat noch nicht begonnen.")
    return _("Die Zeit zum Einchecken ist vorbei. Nachtragen lässt sich eine Teilnahme in der Verwaltung.")


def _bookings(date: LockedDate, registration: Registration) -> list[Booking]:
    own = Booking.objects.filter(registration=registration).order_by("offer_id")
    return [fresh(date, booking) for booking in own]


def _refuse_closed(occurrence: Occurrence) -> None:
    if occurrence.state == Occurrence.State.CLOSED:
        raise NotAdmitted(_("Dieser Termin ist abgeschlossen. Ändern lässt sich das nur noch mit einer Berichtigung."))


def _why_not(bookings: list[Booking]) -> str:
    states = {booking.state for booking in bookings}
    if State.WAITING in states:
        return _("Steht auf der Warteliste und hat keinen Platz.")
    if State.OFFERED in states:
        return _("Der angebotene Platz ist noch nicht angenommen.")
    if State.REQUESTED in states:
        return _(
            "Die Anmeldung ist noch nicht bestätigt. Ist noch Platz, tragen Sie die Person als spontanen Gast ein."
        )
    if State.NO_SHOW in states:
        return _("Der Platz ist verfallen, weil niemand kam.")
    return _("Diese Anmeldung ist abgesagt.")
