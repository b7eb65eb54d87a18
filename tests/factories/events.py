"""Makes dates with something to book, and what people write into their forms."""

from datetime import datetime, timedelta
from itertools import count
from typing import Any

from django.utils.timezone import now

from digitalradar.events.models import Booking, Occurrence, Offer, Registration
from digitalradar.events.models.booking import SEATED
from digitalradar.events.services.confirming import confirm
from digitalradar.events.services.signing_up import SignUp, register_verified, sign_up

_numbers = count(1)


def make_occurrence(*, kind: str = "workshop", starts_at: datetime | None = None, **fields: Any) -> Occurrence:
    """Return a published date of two hours, in two weeks if nothing else is said, without anything to book."""
    starts_at = starts_at or now() + timedelta(days=14)
    number = next(_numbers)
    values = {
        "title": f"Beispieltermin {number}",
        "slug": f"beispieltermin-{number}",
        "summary": "Was passiert, und was man davon hat.",
        "ends_at": starts_at + timedelta(hours=2),
        "state": Occurrence.State.PUBLISHED,
        "publish_at": now() - timedelta(days=1),
    }
    return Occurrence.objects.create(kind=kind, starts_at=starts_at, **(values | fields))


def make_offer(occurrence: Occurrence | None = None, *, capacity: int | None = 3, **fields: Any) -> Offer:
    """Return something to book at a date; without one, at a new one."""
    return Offer.objects.create(occurrence=occurrence or make_occurrence(), capacity=capacity, **fields)


def make_round(occurrence: Occurrence, title: str, *, after: int = 0, minutes: int = 25, **fields: Any) -> Offer:
    """Return an exclusive round at a station that begins ``after`` minutes after the date itself."""
    starts_at = occurrence.starts_at + timedelta(minutes=after)
    times = {"starts_at": starts_at, "ends_at": starts_at + timedelta(minutes=minutes)}
    return make_offer(occurrence, **({"title": title, "is_exclusive": True, "policy": "automatic"} | times | fields))


def entry(name: str = "Ada Beispiel", **fields: Any) -> SignUp:
    """Return what somebody writes into the form; the address follows from the name."""
    email = name.lower().replace(" ", ".") + "@example.org"
    return SignUp(**({"name": name, "email": email} | fields))


def book(offer: Offer, name: str = "Ada Beispiel", *, at: datetime | None = None, **fields: Any) -> Booking:
    """Sign somebody up whose address is known already; return the booking as it came out."""
    signed_up = register_verified(occurrence=offer.occurrence, entry=entry(name, **fields), offers=[offer.pk], at=at)
    return Booking.objects.get(registration=signed_up.registration, offer=offer)


def request(offer: Offer, name: str = "Ada Beispiel", *, at: datetime | None = None, **fields: Any) -> Registration:
    """Sign somebody up who has yet to confirm."""
    return sign_up(occurrence=offer.occurrence, entry=entry(name, **fields), offers=[offer.pk], at=at).registration


def request_and_confirm(offer: Offer, name: str = "Ada Beispiel", **fields: Any) -> Registration:
    """Sign somebody up as people do: the form, then the link in the mail."""
    registration = request(offer, name, **fields)
    confirm(registration)
    return registration


def states(offer: Offer) -> dict[str, str]:
    """Return the state of each booking of an offer by the name it was made with, in the order in which they came."""
    rows = Booking.objects.filter(offer=offer).order_by("pk").select_related("registration")
    return {row.registration.name: row.state for row in rows}


def seats(offer: Offer) -> int:
    """Return the persons with a place, counted from the bookings."""
    return sum(Booking.objects.filter(offer=offer, state__in=SEATED).values_list("party_size", flat=True))


def assert_places_right(occurrence: Occurrence) -> None:
    """Fail unless counters and rows agree and nobody is one too many (I-1), whatever happened before."""
    for offer in Offer.objects.filter(occurrence=occurrence):
        rows = Booking.objects.filter(offer=offer, state__in=SEATED)
        reserved = sum(rows.filter(uses_reserved=True).values_list("party_size", flat=True))
        assert (offer.seats_taken, offer.reserved_used) == (seats(offer), reserved), offer
        assert offer.capacity is None or seats(offer) <= offer.capacity - (offer.reserved - reserved), offer
