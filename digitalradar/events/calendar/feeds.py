"""Calendars that programs fetch: all dates, those of a format, a topic or a series, one date, one's own dates."""

from collections.abc import Sequence

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from icalendar import Event

from digitalradar.region.queries import current_region

from ..addresses import event_url
from ..models import Booking, Occurrence
from .entries import Told, calendar, entry, location_of, public_entry
from .messages import described, span

PUBLISH = "PUBLISH"
REFRESH = "PT6H"  # how often calendars should look again


def public_calendar(occurrences: Sequence[Occurrence], title: str = "") -> bytes:
    """Return dates as a calendar in the active language, the same bytes as long as nothing has changed."""
    events = [public_entry(occurrence, _language()) for occurrence in occurrences]
    return calendar(PUBLISH, events, occurrences, x_wr_calname=_name(title), x_published_ttl=REFRESH)


def single_date(occurrence: Occurrence) -> bytes:
    """Return one date as a file to take home."""
    return calendar(PUBLISH, [public_entry(occurrence, _language())], [occurrence])


def own_calendar(dates: Sequence[tuple[Occurrence, Sequence[Booking]]]) -> bytes:
    """Return the dates of one person with their places and the address of what is online.

    It holds no link by which places can be given back: other programs fetch it and may show it to others.
    """
    events = [_own_entry(occurrence, bookings) for occurrence, bookings in dates]
    occurrences = [occurrence for occurrence, _bookings in dates]
    return calendar(PUBLISH, events, occurrences, x_wr_calname=_name(_("Meine Termine")), x_published_ttl=REFRESH)


def _own_entry(occurrence: Occurrence, bookings: Sequence[Booking]) -> Event:
    starts_at, ends_at = span(occurrence, bookings)
    told = Told(
        starts_at=starts_at,
        ends_at=ends_at,
        description="\n".join(described(occurrence, bookings)),
        location=location_of(occurrence, occurrence.online_url),
        sequence=occurrence.sequence,
        stamp=occurrence.changed_at,
        url=event_url(occurrence, _language()),
    )
    return entry(occurrence, told)


def _name(title: str) -> str:
    return " – ".join(filter(None, [f"Digitalradar {current_region().name}".strip(), title or _("Termine")]))


def _language() -> str:
    return get_language() or "de"
