"""Who belongs to which comparison group."""

import unicodedata
from functools import lru_cache

from ..scoring.cells import ANY, KEYS, LEVELS

Key = tuple[str, str, str]
"""Sector, size and region of one company; "" where it has not told."""

Cell = tuple[str, str, str]
"""Sector, size and region of a comparison group; ``*`` stands for all."""

ALL: Cell = (ANY, ANY, ANY)


def normal_place(text: str) -> str:
    """Return a place typed by hand as it is compared: „ Musterstadt“ and „MUSTERSTADT“ are one region.

    A lone ``*`` means all elsewhere, so nobody can call a place that.
    """
    place = " ".join(unicodedata.normalize("NFC", text).split()).casefold()
    return "" if place == ANY else place


@lru_cache(maxsize=65536)
def cells_of(key: Key) -> tuple[Cell | None, ...]:
    """Return the group of a company at each level, from the closest to all; None where it has not told enough."""
    told = dict(zip(KEYS, key, strict=True))
    return tuple(
        tuple(told[name] if name in names else ANY for name in KEYS)  # type: ignore[misc]
        if all(told[name] for name in names)
        else None
        for names in LEVELS
    )


def contains(outer: Cell, inner: Cell) -> bool:
    """Tell whether every company of ``inner`` is in ``outer``, too; a group contains itself."""
    return all(wide in (ANY, close) for wide, close in zip(outer, inner, strict=True))


def level_of(cell: Cell) -> int:
    """Return the place of a group in the order from the closest (0) to all (5)."""
    return LEVELS.index(tuple(name for name, part in zip(KEYS, cell, strict=True) if part != ANY))


def levels_inside(cell: Cell) -> list[int]:
    """Return the levels whose groups lie within this one, or beside it, but never half in it."""
    named = LEVELS[level_of(cell)]
    return [level for level, names in enumerate(LEVELS) if set(named) < set(names)]


def parents_of(cell: Cell) -> list[Cell]:
    """Return the groups that leave out just one thing this group names."""
    named = LEVELS[level_of(cell)]
    shorter = [tuple(kept for kept in named if kept != left_out) for left_out in named]
    parts = dict(zip(KEYS, cell, strict=True))
    return [
        tuple(parts[name] if name in names else ANY for name in KEYS)  # type: ignore[misc]
        for names in shorter
        if names in LEVELS
    ]
