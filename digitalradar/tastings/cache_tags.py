"""Kept pages of dates show stations and their rounds: they are made anew when those change."""

from digitalradar.core.page_cache.following import follow
from digitalradar.events.cache_tags import event_tag

from .models import Slot, Station


def connect() -> None:
    """Forget the page of a date as soon as something of its timetable is changed; offers do so by themselves."""
    follow(Station, lambda station: [event_tag(station.occurrence_id)])
    follow(Slot, lambda slot: [event_tag(slot.occurrence_id)])
