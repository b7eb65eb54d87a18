"""The parts of the page of a date. Nobody gets others, so they are rendered once and remembered like what they show."""

from datetime import date
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.timezone import localdate, now
from django.utils.translation import get_language

from digitalradar.core.page_cache import CONTACTS, remember
from digitalradar.core.panels import slot_tags

from ..cache_tags import event_tag
from ..models import Occurrence
from ..queries.pages import WHOLE, turns, with_parts
from .event import event_page

SLOTS = ("event.top", "event.signup", "event.main", "event.aside", "event.end")


class Parts(NamedTuple):
    """What everybody sees of a date, as safe HTML: what it tells machines, and the page."""

    structured_data: SafeString
    body: SafeString


def event_parts(occurrence: Occurrence) -> Parts:
    """Return the parts as they are today and since the clock last changed what they show, in the active language."""
    passed = sum(moment <= now() for moment in turns(occurrence))
    return _parts(occurrence, get_language(), localdate(), passed)


def event_tags(occurrence: Occurrence) -> tuple[str, ...]:
    """Return the tags of everything that the page shows."""
    return (event_tag(occurrence.pk), CONTACTS, *(tag for slot in SLOTS for tag in slot_tags(slot, occurrence)))


@remember(lambda occurrence, *_clock: event_tags(occurrence))
def _parts(occurrence: Occurrence, _language: str | None, _today: date, _passed: int) -> Parts:
    page = event_page(with_parts(occurrence, WHOLE))
    return Parts(page["structured_data"], render_to_string("events/includes/event_body.html", page))
