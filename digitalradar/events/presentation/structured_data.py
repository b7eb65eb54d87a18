"""What search engines read about a date, in the words of schema.org/Event (scenario X16)."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString

from digitalradar.core.structured_data import data_block
from digitalradar.region.queries import current_region

from ..models import Occurrence
from ..rules.places import Shown
from .signing_up import SignUpState

MODES = {
    Occurrence.Mode.ON_SITE: "OfflineEventAttendanceMode",
    Occurrence.Mode.ONLINE: "OnlineEventAttendanceMode",
    Occurrence.Mode.BOTH: "MixedEventAttendanceMode",
}
AVAILABILITY = {
    Shown.FREE: "InStock",
    Shown.FEW: "LimitedAvailability",
    Shown.WAITING: "SoldOut",
    Shown.FULL: "SoldOut",
}


def structured_data(occurrence: Occurrence, state: SignUpState, url: str) -> SafeString:
    """Return the element for the head of a page."""
    return data_block(described(occurrence, state, url))


def described(occurrence: Occurrence, state: SignUpState, url: str) -> dict[str, Any]:
    """Return the description as data; what is not known is left out, and the online address is never told."""
    data = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": occurrence.title,
        "description": occurrence.summary,
        "url": url,
        "startDate": occurrence.local_start.isoformat(),
        "endDate": occurrence.local_end.isoformat(),
        "eventStatus": f"https://schema.org/{_status(occurrence)}",
        "previousStartDate": _previous(occurrence),
        "eventAttendanceMode": f"https://schema.org/{MODES[Occurrence.Mode(occurrence.mode)]}",
        "location": _location(occurrence, url),
        "organizer": _organizer(occurrence),
        "inLanguage": occurrence.language,
        "isAccessibleForFree": not occurrence.price,
        "offers": _offer(occurrence, state),
    }
    return {key: value for key, value in data.items() if value not in (None, "", [], {})}


def _status(occurrence: Occurrence) -> str:
    if occurrence.state == Occurrence.State.CANCELLED:
        return "EventCancelled"
    return "EventRescheduled" if occurrence.previous_starts_at else "EventScheduled"


def _previous(occurrence: Occurrence) -> str | None:
    earlier = occurrence.previous_starts_at
    return earlier.astimezone(occurrence.zone).isoformat() if earlier else None


def _location(occurrence: Occurrence, url: str) -> Any:
    places: list[dict[str, Any]] = []
    if occurrence.place and occurrence.mode != Occurrence.Mode.ONLINE:
        place = occurrence.place
        address = {
            "@type": "PostalAddress",
            "streetAddress": place.street,
            "postalCode": place.postcode,
            "addressLocality": place.town,
            "addressCountry": "DE",
        }
        places.append({"@type": "Place", "name": place.name, "address": {k: v for k, v in address.items() if v}})
    if occurrence.mode != Occurrence.Mode.ON_SITE:
        places.append({"@type": "VirtualLocation", "url": url})
    return places[0] if len(places) == 1 else places


def _organizer(occurrence: Occurrence) -> dict[str, str]:
    return {"@type": "Organization", "name": occurrence.host or current_region().name, "url": settings.PUBLIC_URL}


def _offer(occurrence: Occurrence, state: SignUpState) -> dict[str, str] | None:
    if state.shown not in AVAILABILITY:
        return None
    offer = {
        "@type": "Offer",
        "url": f"{settings.PUBLIC_URL}{reverse('events:sign_up', args=[occurrence.slug])}",
        "availability": f"https://schema.org/{AVAILABILITY[state.shown]}",
    }
    return offer if occurrence.price else offer | {"price": "0", "priceCurrency": "EUR"}
