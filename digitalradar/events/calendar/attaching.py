"""What the calendar of a person has to learn with an e-mail, and the number by which it tells old from new."""

from collections.abc import Sequence
from enum import Enum

from digitalradar.mail.services.queueing import File

from ..mail_parts import HAS_PLACE
from ..models import Booking, Occurrence, Registration
from ..models.booking import State
from . import messages


class News(Enum):
    """Why an e-mail is written, as far as calendars are concerned."""

    NONE = "nothing for the calendar"
    PLACE = "a place was given, perhaps the first"
    CHANGE = "something the calendar knows is different"


def calendar_files(registration: Registration, bookings: Sequence[Booking], news: News) -> list[File]:
    """Return the calendar message that follows from how things stand, and count it; none for who never had a place.

    Whoever calls it keeps to one message for each change: the number rises with each (I-13).
    """
    if news == News.NONE:
        return []
    placed = [booking for booking in bookings if booking.state in HAS_PLACE]
    had_place = any(booking.state == State.CANCELLED for booking in bookings)
    takes_place = registration.occurrence.state != Occurrence.State.CANCELLED
    if placed and takes_place:
        is_change = news == News.CHANGE or _is_known(registration, placed)
        return [messages.request(registration, placed, _next_number(registration, is_change))]
    if placed or had_place:
        return [messages.cancel(registration, _next_number(registration, is_change=True))]
    return []


def _is_known(registration: Registration, placed: Sequence[Booking]) -> bool:
    """Whether the calendar knows the date already: something was sent, or some of the places are older than others."""
    return registration.calendar_sequence > 0 or len({booking.changed_at for booking in placed}) > 1


def _next_number(registration: Registration, is_change: bool) -> int:
    number = max(registration.calendar_sequence + is_change, registration.occurrence.sequence)
    Registration.objects.filter(pk=registration.pk).update(calendar_sequence=number)
    return number
