"""A released programme for programs: the API and apps."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from ..queries.programme import Released


def programme_data(shown: Released) -> dict[str, Any]:
    """Return version and items; times carry the offset of the place, people are those who agreed to be named."""
    version, zone = shown.version, shown.version.occurrence.zone
    return {
        "version": version.number,
        "released_at": version.released_at.astimezone(zone).isoformat(timespec="seconds"),
        "url": settings.PUBLIC_URL + reverse("programmes:programme", args=[version.occurrence.slug]),
        "items": [
            {
                "id": entry.key,
                "kind": entry.kind,
                "title": entry.title,
                "text": entry.text,
                "starts_at": entry.starts_at.astimezone(zone).isoformat(),
                "ends_at": entry.ends_at.astimezone(zone).isoformat(),
                "room": entry.room or None,
                "track": entry.track or None,
                "language": entry.language,
                "is_cancelled": entry.is_cancelled,
                "needs_booking": entry.seats is not None,
                "speakers": [
                    {"name": shown.speakers[uid].name, "organisation": shown.speakers[uid].organisation}
                    for uid in entry.speakers
                    if uid in shown.speakers
                ],
            }
            for entry in shown.entries
        ],
    }
