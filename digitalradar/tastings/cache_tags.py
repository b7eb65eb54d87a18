"""Kept pages of dates show stations and their rounds: they are made anew when those change."""

from digitalradar.core.page_cache.following import follow
from digitalradar.events.cache_tags import EVENTS, event_tag
from digitalradar.events.models import FollowUp

from .models import Interest, Slot, Station


def connect() -> None:
    """Forget the page of a date as soon as something of its timetable is changed; offers do so by themselves."""
    follow(Station, lambda station: [EVENTS, event_tag(station.occurrence_id)])
    follow(Slot, lambda slot: [event_tag(slot.occurrence_id)])
    for model in (Interest, FollowUp):
        follow(model, lambda row: [event_tag(row.occurrence_id)])
