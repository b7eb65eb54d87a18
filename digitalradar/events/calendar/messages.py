"""Messages from our calendar to the one of a person: an invitation they have accepted, a change, an end (RFC 5546).

Each names its receiver as the only attendee: nobody learns who else comes (X14).
"""

from collections.abc import Sequence
from datetime import datetime

from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import override
from icalendar import vCalAddress

from digitalradar.mail.services.queueing import File

from ..mail_parts import HAS_PLACE, booked_place
from ..models import Booking, Occurrence, Registration
from ..services.links import personal_url
from .entries import Told, calendar, entry, location_of

REQUEST, CANCEL = "REQUEST", "CANCEL"
FILE_NAME = "termin.ics"


def request(registration: Registration, bookings: Sequence[Booking], sequence: int) -> File:
    """Return the entry for somebody with a place as an attachment that calendars take in by themselves."""
    return _message(REQUEST, registration, [booking for booking in bookings if booking.state in HAS_PLACE], sequence)


def cancel(registration: Registration, sequence: int) -> File:
    """Return the message that takes the entry out again."""
    return _message(CANCEL, registration, [], sequence)


def _message(method: str, registration: Registration, bookings: Sequence[Booking], sequence: int) -> File:
    occurrence = registration.occurrence
    with override(registration.language):
        event = entry(occurrence, _told(registration, bookings, sequence, has_place=method == REQUEST))
    if method == CANCEL:
        event["status"] = "CANCELLED"
    event["attendee"] = _attendee(registration)
    content = calendar(method, [event], [occurrence])
    return File(FILE_NAME, f"text/calendar; method={method}", content)


def _told(registration: Registration, bookings: Sequence[Booking], sequence: int, *, has_place: bool) -> Told:
    occurrence = registration.occurrence
    starts_at, ends_at = span(occurrence, bookings)
    return Told(
        starts_at=starts_at,
        ends_at=ends_at,
        description=_description(registration, bookings),
        location=location_of(occurrence, occurrence.online_url if has_place else ""),
        sequence=sequence,
        stamp=now(),
        url=personal_url(registration),
    )


def span(occurrence: Occurrence, bookings: Sequence[Booking]) -> tuple[datetime, datetime]:
    """Return from when to when somebody is there: their own rounds, or the whole date when that is what they booked."""
    times = [(booking.offer.starts_at, booking.offer.ends_at) for booking in bookings]
    if not times or any(start is None or end is None for start, end in times):
        return occurrence.starts_at, occurrence.ends_at
    return min(start for start, _end in times), max(end for _start, end in times)


def described(occurrence: Occurrence, bookings: Sequence[Booking]) -> list[str]:
    """Return what a date is about and which places somebody has there, in lines."""
    lines = [occurrence.summary]
    for place in map(booked_place, bookings):
        if place.title and place.starts and place.ends:
            told = {"title": place.title, "start": f"{place.starts:%H:%M}", "end": f"{place.ends:%H:%M}"}
            lines.append(_("Ihr Platz: %(title)s, %(start)s bis %(end)s Uhr") % told)
        elif place.title:
            lines.append(_("Ihr Platz: %(title)s") % {"title": place.title})
    return lines


def _description(registration: Registration, bookings: Sequence[Booking]) -> str:
    link = _("Ansehen, ändern oder absagen: %(url)s") % {"url": personal_url(registration)}
    return "\n".join([*described(registration.occurrence, bookings), link])


def _attendee(registration: Registration) -> vCalAddress:
    assert registration.person is not None  # noqa: S101 -- who has no address gets no message
    address = vCalAddress(f"mailto:{registration.person.email}")
    address.params.update({"ROLE": "REQ-PARTICIPANT", "PARTSTAT": "ACCEPTED", "RSVP": "FALSE"})
    if registration.name:
        address.params["CN"] = registration.name
    return address
