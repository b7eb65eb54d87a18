"""What helpers at the door look up: a code, a name, how many are in."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet, Sum

from ..models import Attendance, Booking, Occurrence, Registration
from ..models.booking import SEATED, State

SHORTEST_SEARCH, MOST_FOUND = 2, 20
KNOWN = (*SEATED, State.WAITING, State.REQUESTED, State.CANCELLED)


@dataclass(frozen=True)
class Counter:
    """Persons who are in, and those who have a place."""

    present: int
    expected: int


def counter(occurrence: Occurrence) -> Counter:
    """Count a date's guests; a party with several rounds counts once."""
    present = Attendance.objects.filter(registration__occurrence=occurrence).aggregate(Sum("persons"))["persons__sum"]
    seated = Booking.objects.filter(offer__occurrence=occurrence, state__in=SEATED).exclude(state=State.NO_SHOW)
    expected = occurrence.registrations.filter(pk__in=seated.values("registration")).aggregate(Sum("party_size"))
    return Counter(present or 0, expected["party_size__sum"] or 0)


def by_code(occurrence: Occurrence, typed: str) -> Registration | None:
    """Return the registration with this code; small letters, blanks and hyphens do not matter."""
    code = "".join(letter for letter in typed.upper() if letter.isalnum())
    return _guests(occurrence).filter(code=code).first() if code else None


def by_number(occurrence: Occurrence, pk: str) -> Registration | None:
    """Return a registration of this date by its id as a form sends it."""
    is_number = pk.isascii() and pk.isdecimal() and len(pk) < 18
    return _guests(occurrence).filter(pk=int(pk)).first() if is_number else None


def by_name(occurrence: Occurrence, words: str) -> list[Registration]:
    """Return those whose name or organisation holds all the words, by name; nothing for less than two letters."""
    if len(words.strip()) < SHORTEST_SEARCH:
        return []
    found = _guests(occurrence).filter(bookings__state__in=KNOWN)
    for word in words.split()[:4]:
        found = found.filter(Q(name__icontains=word) | Q(organisation__icontains=word))
    return list(found.distinct().order_by("name", "pk")[:MOST_FOUND])


def waiting_at_the_door(occurrence: Occurrence) -> list[Registration]:
    """Return those who came without a sign-up and wait for a place, in the order in which they came."""
    waiting = Booking.objects.filter(offer__occurrence=occurrence, state=State.WAITING)
    source = Registration.Source.WALK_IN
    return list(_guests(occurrence).filter(source=source, pk__in=waiting.values("registration")).order_by("pk"))


def _guests(occurrence: Occurrence) -> QuerySet[Registration]:
    return occurrence.registrations.filter(erased_at=None).exclude(name="").select_related("attendance", "occurrence")
