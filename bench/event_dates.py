"""Dates to sign up for, inside the installation a process was started for, and whether their places came out right.

python -m bench.event_dates make COUNT CAPACITY      prints the addresses
python -m bench.event_dates verify                   ends with an error if anybody is one too many
"""

import sys
from collections import Counter
from datetime import timedelta


def make(count: int, capacity: int) -> list[str]:
    """Make dates with one offer and a waiting list; return the last parts of their addresses."""
    from django.utils.timezone import now

    from digitalradar.events.models import Occurrence, Offer

    slugs = []
    for number in range(1, count + 1):
        starts_at = now() + timedelta(days=30)
        occurrence = Occurrence.objects.create(
            kind="workshop",
            title=f"Messtermin {number}",
            slug=f"messtermin-{number}",
            summary="Ein Termin, zu dem sich viele zugleich anmelden.",
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=3),
            state=Occurrence.State.PUBLISHED,
            publish_at=now() - timedelta(days=1),
            is_example=True,
        )
        Offer.objects.create(occurrence=occurrence, capacity=capacity)
        slugs.append(occurrence.slug)
    return slugs


def verify() -> str:
    """Hold counters against rows and both against the capacity; raises AssertionError."""
    from digitalradar.events.models import Booking, Offer
    from digitalradar.events.models.booking import SEATED
    from digitalradar.events.services.waiting_list import queue

    for offer in Offer.objects.filter(occurrence__slug__startswith="messtermin-"):
        seats = sum(Booking.objects.filter(offer=offer, state__in=SEATED).values_list("party_size", flat=True))
        assert seats == offer.seats_taken <= offer.capacity, f"{offer}: {seats}, {offer.seats_taken}, {offer.capacity}"
        first = queue(offer).first()
        assert first is None or seats == offer.capacity, f"{offer}: somebody waits beside a free place"
    states = Counter(Booking.objects.values_list("state", flat=True))
    return ", ".join(f"{count} {state}" for state, count in sorted(states.items()))


def main() -> None:
    import django

    django.setup()
    if sys.argv[1] == "make":
        print("\n".join(make(int(sys.argv[2]), int(sys.argv[3]))))
    else:
        print(verify())


if __name__ == "__main__":
    main()
