"""What an e-mail about a date says of it, worked out once, so that templates only have to lay it out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings

from .models import Booking, Occurrence, Registration
from .models.booking import State
from .services.links import personal_url

HAS_PLACE = (State.CONFIRMED, State.ATTENDED)


@dataclass(frozen=True)
class BookedPlace:
    """One thing that is booked; ``title`` is empty for the date itself. Times are those of the clock on the wall."""

    title: str
    starts: datetime | None = None
    ends: datetime | None = None


@dataclass(frozen=True)
class DateFacts:
    """A date as an e-mail tells it to one person; times are those of the clock on the wall there.

    ``online_url`` is filled only for people with a confirmed place. ``zone`` names the time zone when it is not that
    of the portal.
    """

    title: str
    kind: str
    starts: datetime
    ends: datetime
    zone: str = ""
    place: str = ""
    room: str = ""
    directions: str = ""
    is_online: bool = False
    online_url: str = ""
    bring_along: str = ""
    party_size: int = 1
    code: str = ""
    confirmed: Sequence[BookedPlace] = ()
    waiting: Sequence[BookedPlace] = ()

    @property
    def is_one_day(self) -> bool:
        return self.starts.date() == self.ends.date()


@dataclass(frozen=True)
class SignUpNow:
    """A registration with person, date, place and bookings as they are in the database at this moment.

    Whoever calls may hold rows that were read before a change; an e-mail has to tell what is true now.
    """

    registration: Registration
    bookings: Sequence[Booking]

    @classmethod
    def of(cls, registration: Registration, bookings: Sequence[Booking] | None = None) -> "SignUpNow":
        """Read it with two queries; bookings come in the order of the programme.

        Who has just read or made all of it under the lock of the date hands over the ``bookings``: nothing is read.
        """
        if bookings is not None:
            return cls(registration, sorted(bookings, key=_in_programme))
        related = ("person", "occurrence__place", "occurrence__contact")
        current = Registration.objects.select_related(*related).get(pk=registration.pk)
        rows = Booking.objects.filter(registration=current).select_related("offer")
        bookings = list(rows.order_by("offer__starts_at", "offer__order", "pk"))
        for booking in bookings:
            booking.offer.occurrence = current.occurrence
        return cls(current, bookings)

    @property
    def occurrence(self) -> Occurrence:
        return self.registration.occurrence

    @property
    def latest_change(self) -> str:
        return max((booking.changed_at.isoformat() for booking in self.bookings), default="")

    def has(self, *states: str) -> bool:
        """Tell whether one of its bookings is in one of these states."""
        return any(booking.state in states for booking in self.bookings)


def _in_programme(booking: Booking) -> tuple[bool, datetime, int, int]:
    begin = booking.offer.starts_at
    return begin is not None, begin or booking.offer.occurrence.starts_at, booking.offer.order, booking.pk


def date_facts(registration: Registration, bookings: Sequence[Booking]) -> DateFacts:
    """Return what to say of the date of a registration with these bookings; asks the database nothing more."""
    occurrence = registration.occurrence
    confirmed = [booking for booking in bookings if booking.state in HAS_PLACE]
    waiting = [booking for booking in bookings if booking.state == State.WAITING]
    return DateFacts(
        title=occurrence.title,
        kind=occurrence.format.title,
        starts=on_the_wall(occurrence.starts_at, occurrence),
        ends=on_the_wall(occurrence.ends_at, occurrence),
        zone="" if occurrence.time_zone == settings.TIME_ZONE else occurrence.time_zone,
        place=place_of(occurrence),
        room=occurrence.room,
        directions=occurrence.place.directions if occurrence.place and confirmed else "",
        is_online=occurrence.mode != Occurrence.Mode.ON_SITE,
        online_url=occurrence.online_url if confirmed else "",
        bring_along=occurrence.bring_along if confirmed else "",
        party_size=registration.party_size,
        code=registration.code if confirmed else "",
        confirmed=[booked_place(booking) for booking in confirmed],
        waiting=[booked_place(booking) for booking in waiting],
    )


def own_page(registration: Registration, name: str) -> str:
    """Return one of the pages behind the private link, such as ``absagen``; each has a button (I-12)."""
    return f"{personal_url(registration)}{name}/"


def frame(registration: Registration, bookings: Sequence[Booking]) -> dict[str, Any]:
    """Return what all e-mails about a registration have in their context."""
    return {
        "name": registration.name,
        "date": date_facts(registration, bookings),
        "url": personal_url(registration),
        "contact": registration.occurrence.contact,
    }


def booked_place(booking: Booking) -> BookedPlace:
    """Return one booked thing with its own times, if it has some."""
    offer, occurrence = booking.offer, booking.offer.occurrence
    return BookedPlace(
        offer.title,
        offer.starts_at and on_the_wall(offer.starts_at, occurrence),
        offer.ends_at and on_the_wall(offer.ends_at, occurrence),
    )


def place_of(occurrence: Occurrence) -> str:
    """Return name and address of the place in one line, empty when there is none."""
    if occurrence.place is None:
        return ""
    return f"{occurrence.place.name}, {occurrence.place.address}"


def on_the_wall(moment: datetime, occurrence: Occurrence) -> datetime:
    """Return what the clock on the wall shows there; without a zone, so that templates leave it as it is."""
    return moment.astimezone(occurrence.zone).replace(tzinfo=None)
