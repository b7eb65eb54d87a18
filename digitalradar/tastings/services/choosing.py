"""From a choice of rounds to kept places, and from there to a sign-up."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from digitalradar.events.models import Booking, Occurrence, Registration
from digitalradar.events.services.holding import hold


@dataclass(frozen=True)
class Held:
    """The shell that keeps the places, until when, and the offers whose place was gone."""

    shell: Registration
    until: datetime | None
    gone: frozenset[int]


def keep_rounds(
    *,
    occurrence: Occurrence,
    places: Collection[int],
    waits: Collection[int] = (),
    persons: int = 1,
    instead_of: Registration | None = None,
    at: datetime | None = None,
) -> Held:
    """Keep the places of some rounds for some minutes, all of them that are there.

    ``places`` and ``waits`` are ids of offers: those for which a place was shown, and those where waiting is fine. An
    earlier hold (``instead_of``) of the same person is exchanged for this one.

    Raises:
        PlaceRefused: nobody can sign up now, or a rule of the date says no.
    """
    shell = hold(occurrence=occurrence, offers=[*places, *waits], party_size=persons, instead_of=instead_of, at=at)
    own = dict(Booking.objects.filter(registration=shell).values_list("offer_id", "held_until"))
    return Held(shell, min(own.values(), default=None), frozenset(places) - own.keys())
