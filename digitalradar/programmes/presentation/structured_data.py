"""What search engines read of a programme: the items as parts of the date, with the number of the version (E-1)."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString

from digitalradar.core.structured_data import data_block

from ..queries.programme import Released
from ..rules.snapshots import Entry


def structured_data(shown: Released) -> SafeString:
    """Return the element; it adds to what the page of the date says of itself, under the same address."""
    return data_block(described(shown))


def described(shown: Released) -> dict[str, Any]:
    """Return the description as data, in the words of schema.org."""
    occurrence, version = shown.version.occurrence, shown.version
    return {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": settings.PUBLIC_URL + reverse("events:event", args=[occurrence.slug]),
        "name": occurrence.title,
        "startDate": occurrence.local_start.isoformat(),
        "workFeatured": {
            "@type": "CreativeWork",
            "url": settings.PUBLIC_URL + reverse("programmes:programme", args=[occurrence.slug]),
            "version": version.number,
            "datePublished": version.released_at.astimezone(occurrence.zone).isoformat(),
        },
        "subEvent": [_part(entry, shown) for entry in shown.entries],
    }


def _part(entry: Entry, shown: Released) -> dict[str, Any]:
    zone = shown.version.occurrence.zone
    people = [shown.speakers[uid] for uid in entry.speakers if uid in shown.speakers]
    part = {
        "@type": "Event",
        "name": entry.title,
        "startDate": entry.starts_at.astimezone(zone).isoformat(),
        "endDate": entry.ends_at.astimezone(zone).isoformat(),
        "eventStatus": f"https://schema.org/{'EventCancelled' if entry.is_cancelled else 'EventScheduled'}",
        "location": {"@type": "Place", "name": entry.room} if entry.room else None,
        "performer": [{"@type": "Person", "name": one.name} for one in people],
        "inLanguage": entry.language,
    }
    return {name: value for name, value in part.items() if value not in (None, [], "")}
