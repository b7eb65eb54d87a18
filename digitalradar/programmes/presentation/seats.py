"""What somebody who signed up can book in the programme, and has booked."""

from typing import Any

from digitalradar.events.models import Booking, Registration
from digitalradar.events.models.booking import ACTIVE, State
from digitalradar.events.presentation.personal import CHIPS as STATE_CHIPS
from digitalradar.events.presentation.rows import short
from digitalradar.events.presentation.signing_up import OPEN
from digitalradar.events.queries.places import waits_for_date

from ..models import ProgrammeItem
from ..queries.programme import released
from .programme import rows_of, seats_shown


def seats_page(registration: Registration) -> dict[str, Any]:
    """Return the items with seats; each says whether it is booked, or can be."""
    return short(registration.occurrence) | {"registration": registration, "rows": seat_rows(registration)}


def seat_rows(registration: Registration) -> list[dict[str, Any]]:
    """Return one row for each item with seats that takes place."""
    occurrence = registration.occurrence
    shown = released(occurrence)
    if shown is None:
        return []
    items = ProgrammeItem.objects.filter(occurrence=occurrence, offer__isnull=False)
    offers = {uid.hex: pk for uid, pk in items.values_list("uid", "offer")}
    entries = [entry for entry in shown.entries if entry.key in offers and entry.seats and not entry.is_cancelled]
    own = {
        booking.offer_id: booking
        for booking in Booking.objects.filter(
            registration=registration, offer__in=offers.values(), state__in=[*ACTIVE, State.NO_SHOW]
        )
    }
    told = seats_shown(occurrence)
    may_book = registration.confirmed_at is not None and not occurrence.has_begun and not waits_for_date(registration)
    return [
        row
        | {
            "offer": offers[row["key"]],
            "booking": _booked(own.get(offers[row["key"]])),
            "can_book": may_book and offers[row["key"]] not in own and told.get(row["key"]) in OPEN,
        }
        for row in rows_of(shown, entries)
    ]


def _booked(booking: Booking | None) -> dict[str, Any] | None:
    if booking is None:
        return None
    kind, icon = STATE_CHIPS.get(State(booking.state), ("plain", "circle-minus"))
    return {"pk": booking.pk, "kind": kind, "icon": icon, "label": booking.get_state_display(), "state": booking.state}
