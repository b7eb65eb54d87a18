"""The formats as data: what each is called, what its form asks, what it starts with, and what may be done when.

A format is a file in ``kinds_data/``. Its phases are time windows around a date, each with the acts it allows: what is
open *now* is read off them, so that page, API and service agree.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import get_language

FOLDER = Path(__file__).parent / "kinds_data"
ACTS = frozenset({"show_interest", "sign_up", "cancel", "check_in", "walk_in", "feedback", "follow_up"})
FIELDS = frozenset({"organisation", "party", "access_needs", "food_needs", "photo_consent", "listing_consent"})
ANCHORS = frozenset({"publication", "start", "end"})


@dataclass(frozen=True)
class Moment:
    """A point in time said relative to a date: so many hours after (below 0: before) one of its anchors."""

    anchor: str
    hours: float = 0

    def at(self, publication: datetime, start: datetime, end: datetime) -> datetime:
        """Return the point in time for one date."""
        return {"publication": publication, "start": start, "end": end}[self.anchor] + timedelta(hours=self.hours)


@dataclass(frozen=True)
class Phase:
    """A time window and what may be done in it; ``ends`` None: it never ends."""

    id: str
    begins: Moment
    ends: Moment | None
    allows: frozenset[str]


@dataclass(frozen=True)
class Kind:
    """One format. ``texts`` are by language; ``defaults`` are what a new date of it starts with."""

    id: str
    address: str
    order: int
    texts: dict[str, dict[str, str]] = field(repr=False)
    phases: tuple[Phase, ...] = field(repr=False)
    fields: frozenset[str] = field(repr=False)
    defaults: dict[str, Any] = field(repr=False)

    def text(self, name: str) -> str:
        """Return one of its texts in the active language: title, plural, summary, invitation."""
        texts = self.texts.get((get_language() or "de")[:2], self.texts["de"])
        return texts.get(name) or self.texts["de"].get(name, "")

    @property
    def title(self) -> str:
        return self.text("title")

    @property
    def plural(self) -> str:
        return self.text("plural")

    @property
    def summary(self) -> str:
        return self.text("summary")

    @property
    def invitation(self) -> str:
        return self.text("invitation")

    def allowed(self, moment: datetime, *, publication: datetime, start: datetime, end: datetime) -> frozenset[str]:
        """Return the acts that its phases allow at a moment for a date with these times."""
        times = (publication, start, end)
        return frozenset(
            act
            for phase in self.phases
            if phase.begins.at(*times) <= moment and (phase.ends is None or moment < phase.ends.at(*times))
            for act in phase.allows
        )


@cache
def kinds() -> dict[str, Kind]:
    """Return all formats by id, in the order of menus."""
    found = [_read(yaml.safe_load(file.read_text(encoding="utf-8"))) for file in FOLDER.glob("*.yaml")]
    return {kind.id: kind for kind in sorted(found, key=lambda kind: kind.order)}


def find_kind(kind_id: str) -> Kind:
    """Return a format.

    Raises:
        KeyError: there is none with this id.
    """
    return kinds()[kind_id]


def kind_choices() -> list[tuple[str, str]]:
    """Return ids and names for forms."""
    return [(kind.id, kind.title) for kind in kinds().values()]


def _read(data: dict[str, Any]) -> Kind:
    if unknown := set(data["fields"]) - FIELDS:
        raise ValueError(f"{data['id']}: unknown fields {sorted(unknown)}")
    return Kind(
        id=data["id"],
        address=data.get("address", ""),
        order=data["order"],
        texts=data["texts"],
        phases=tuple(_phase(data["id"], phase) for phase in data["phases"]),
        fields=frozenset(data["fields"]),
        defaults=data["defaults"],
    )


def _phase(kind: str, data: dict[str, Any]) -> Phase:
    if unknown := set(data["allows"]) - ACTS:
        raise ValueError(f"{kind}, {data['id']}: unknown acts {sorted(unknown)}")
    return Phase(data["id"], _moment(data["begins"]), _moment(data.get("ends")), frozenset(data["allows"]))


def _moment(data: dict[str, Any] | None) -> Moment | None:
    if data is None:
        return None
    if data["anchor"] not in ANCHORS:
        raise ValueError(f"Unknown anchor {data['anchor']!r}")
    return Moment(data["anchor"], data.get("hours", 0))
