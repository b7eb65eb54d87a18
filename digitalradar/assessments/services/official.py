"""Official figures come into the database: all of a file or none of it."""

from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction

from digitalradar.core.errors import DomainError

from ..models import OfficialShare
from ..models.official_share import BANDS
from ..official import DEFAULT_FILE, Figure, FiguresUnreadable, Problem, Reading, read_figures

FIELDS = (*BANDS, "at_least_basic", "flags", "source", "extracted_on")


class FiguresRefused(DomainError):
    """A file of official figures cannot be loaded; carries the problems found, each with file, line and reason."""

    def __init__(self, found: list[Problem]) -> None:
        self.problems = found
        super().__init__("\n".join(str(problem) for problem in found))


@dataclass
class Loaded:
    """What a file did: names of figures that are new, corrected, or kept because a newer extract is there.

    ``confirmed`` counts figures that a newer extract holds as they were, ``left_out`` lines of other size classes.
    """

    new: list[str] = field(default_factory=list)
    corrected: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    confirmed: int = 0
    unchanged: int = 0
    left_out: int = 0


def check_figures(path: Path = DEFAULT_FILE) -> Reading:
    """Read a file and return its figures; needs no database.

    Raises:
        FiguresRefused: something is wrong with it.
    """
    try:
        return read_figures(path)
    except FiguresUnreadable as unreadable:
        raise FiguresRefused(unreadable.problems) from unreadable


@transaction.atomic
def load_figures(path: Path = DEFAULT_FILE) -> Loaded:
    """Load all figures of a file. New ones are added and changed ones corrected; loading twice changes nothing.

    A figure from an older extract never replaces one from a newer: an upgrade of the portal brings the figures of
    the package along, and must not undo what an operator has loaded since. Results that exist keep their figures.

    Raises:
        FiguresRefused: something is wrong with the file; nothing is loaded then.
    """
    reading = check_figures(path)
    loaded = Loaded(left_out=reading.left_out)
    stored = {_key(row): row for row in OfficialShare.objects.select_for_update()}
    added = []
    for figure in reading.figures:
        row = stored.get(figure.key)
        values = _values(figure)
        if row is None:
            added.append(
                OfficialShare(**dict(zip(("geo", "year", "version", "size"), figure.key, strict=True)), **values)
            )
            loaded.new.append(str(figure))
        elif figure.extracted_on < row.extracted_on:
            loaded.kept.append(str(figure))
        elif change := _changes(row, values):
            _write(row, change)
            if change.keys() == {"extracted_on"}:
                loaded.confirmed += 1
            else:
                loaded.corrected.append(f"{figure}: {_in_words(change)}")
        else:
            loaded.unchanged += 1
    # Two processes may prepare an installation at once: who comes second finds the rows there.
    OfficialShare.objects.bulk_create(added, ignore_conflicts=True)
    return loaded


def load_shipped_figures() -> str | None:
    """Load the figures of the package; return what is new in words for the screen, None when nothing is."""
    loaded = load_figures()
    if not (loaded.new or loaded.corrected):
        return None
    return f"{len(loaded.new)} new, {len(loaded.corrected)} corrected"


def _key(row: OfficialShare) -> tuple[str, int, str, str]:
    return row.geo, row.year, row.version, row.size


def _values(figure: Figure) -> dict[str, object]:
    shares = figure.shares or (None,) * len(BANDS)
    others = {name: getattr(figure, name) for name in FIELDS if name not in BANDS}
    return dict(zip(BANDS, shares, strict=True)) | others


def _changes(row: OfficialShare, values: dict[str, object]) -> dict[str, tuple[object, object]]:
    """Return old and new value of each field that changes."""
    pairs = {name: (getattr(row, name), value) for name, value in values.items()}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _write(row: OfficialShare, changes: dict[str, tuple[object, object]]) -> None:
    for name, (_old, new) in changes.items():
        setattr(row, name, new)
    row.save(update_fields=list(changes))


def _in_words(changes: dict[str, tuple[object, object]]) -> str:
    return ", ".join(f"{name} {_told(old)} -> {_told(new)}" for name, (old, new) in changes.items())


def _told(value: object) -> str:
    return "none" if value in (None, "") else str(value)
