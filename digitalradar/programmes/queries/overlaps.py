"""Seats of one person at the same time: nobody can book them so, but a release can move them so."""

from itertools import combinations

from digitalradar.events.models import Booking, Offer, Registration
from digitalradar.events.models.booking import State
from digitalradar.events.rules.places import overlap

COUNTS = (State.WAITING, State.OFFERED, State.CONFIRMED)


def own_overlaps(registration: Registration) -> list[tuple[Offer, Offer]]:
    """Return each two items at the same time in which somebody has, or waits for, a seat, in order of time."""
    rows = Booking.objects.filter(registration=registration, state__in=COUNTS, offer__programme_item__isnull=False)
    offers = [row.offer for row in rows.select_related("offer").order_by("offer__starts_at", "pk")]
    times = {offer.pk: (offer.starts_at, offer.ends_at) for offer in offers}
    return [(one, other) for one, other in combinations(offers, 2) if overlap(times[one.pk], times[other.pk])]
