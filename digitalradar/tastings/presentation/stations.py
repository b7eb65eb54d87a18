"""The stations below the grid."""

from typing import Any

from ..models import Station


def station_cards(stations: list[Station]) -> list[dict[str, Any]]:
    """Return name, question and the small lines of each station."""
    return [
        {
            "title": station.title,
            "question": station.question,
            "lines": [
                line
                for line in (station.hosts, station.room, station.safety, station.bring_along, station.languages)
                if line
            ],
        }
        for station in stations
    ]
