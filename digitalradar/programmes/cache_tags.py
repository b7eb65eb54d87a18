"""What shows a programme is the page of its date: its tag is that of the date (docs/explanation/page-cache.md).

Rooms, tracks and items are shown as they were released, so only a release changes them; names of people at once.
"""

from digitalradar.core.page_cache.following import follow
from digitalradar.events.cache_tags import event_tag

from .models import Speaker


def connect() -> None:
    """Forget what names a speaker as soon as the speaker is changed."""
    follow(Speaker, lambda speaker: [event_tag(speaker.occurrence_id)])
