"""What messages say: ids, states and numbers. No name, no address, nothing that somebody wrote."""

from datetime import datetime
from typing import Any

from ..addresses import event_url
from ..models import Booking, Occurrence, Offer

Payload = dict[str, Any]


def of_occurrence(occurrence: Occurrence, event: str, at: datetime) -> Payload:
    """Return a message about a date; times are UTC (ISO 8601)."""
    return {
        "event": event,
        "at": _time(at),
        "occurrence": {
            "uid": str(occurrence.uid),
            "slug": occurrence.slug,
            "kind": occurrence.kind,
            "state": occurrence.state,
            "sequence": occurrence.sequence,
            "starts_at": _time(occurrence.starts_at),
            "ends_at": _time(occurrence.ends_at),
            "visible_from": _time(occurrence.publish_at) if occurrence.publish_at else None,
            "url": event_url(occurrence, occurrence.language),
        },
    }


def of_booking(occurrence: Occurrence, offer: Offer, booking: Booking, event: str, at: datetime) -> Payload:
    """Return a message about a booking: its number, how many persons, and the offer with what is taken of it."""
    return of_occurrence(occurrence, event, at) | {
        "booking": {"number": booking.pk, "persons": booking.party_size, "state": str(booking.state)},
        "offer": {"number": offer.pk, "capacity": offer.capacity, "taken": offer.seats_taken},
    }


def _time(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")
