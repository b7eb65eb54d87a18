"""Which comparison group is used, and when a group is published anew."""

from collections.abc import Iterator
from typing import Any

from .answers import read_profile
from .constants import BENCHMARK_FLOOR, CHANGES_FOR_RELEASE
from .errors import INVALID_NUMBER, INVALID_REQUEST, ScoringError
from .reading import read_integer, read_list, read_mapping, read_optional_text

ANY = "*"
# From the closest group to all; the size class is kept longest because it matters most.
LEVELS = (("sector", "size", "region"), ("sector", "size"), ("size", "region"), ("size",), ("sector",), ())
KEYS = ("sector", "size", "region")
Key = tuple[str, str, str]


def cell(cells: object, profile: object = None) -> dict[str, Any]:
    """Return the first comparison group with at least ten companies, from close to wide.

    ``cells`` is a list of {sector, size, region, n}; what is left out is ``*`` (all). A level that
    needs something the profile does not say is skipped. None found: only ``visible: false``.
    """
    sizes = _read_cells(cells)
    for level, key in _wanted(read_profile(profile)):
        if key in sizes:
            named = dict(zip(KEYS, key, strict=True))
            return {"visible": True, "level": level, **named, "n": sizes[key]}
    return {"visible": False}


def release(n: object, published: object = None, changed: object = None) -> dict[str, str]:
    """Return what happens to a cell at a release: ``publish``, ``keep`` or ``hide``.

    ``n`` companies are in the frozen set, ``changed`` contributions came, went or changed since
    the cell was last published; ``published`` null means it never was.
    """
    if n is None:
        raise ScoringError(INVALID_REQUEST, "the number of companies is needed", "n")
    size = read_integer(n, "n", INVALID_NUMBER, 0)
    changes = 0 if changed is None else read_integer(changed, "changed", INVALID_NUMBER, 0)
    if size < BENCHMARK_FLOOR:
        return {"action": "hide"}
    if published is None or changes >= CHANGES_FOR_RELEASE:
        return {"action": "publish"}
    return {"action": "keep"}


def _read_cells(raw: object) -> dict[Key, int]:
    """Return the visible cells: those with at least ten companies."""
    seen: dict[Key, int] = {}
    for number, entry in enumerate(read_list(raw, "cells")):
        path = f"cells[{number}]"
        item = read_mapping(entry, path)
        sector, size, region = (read_optional_text(item.get(name), f"{path}.{name}") or ANY for name in KEYS)
        if (sector, size, region) in seen:
            raise ScoringError(INVALID_REQUEST, "this cell is given twice", path)
        seen[sector, size, region] = read_integer(item.get("n"), f"{path}.n", INVALID_NUMBER, 0)
    return {key: n for key, n in seen.items() if n >= BENCHMARK_FLOOR}


def _wanted(profile: dict[str, str]) -> Iterator[tuple[int, Key]]:
    for level, names in enumerate(LEVELS, start=1):
        if all(profile.get(name, ANY) != ANY for name in names):
            sector, size, region = (profile[name] if name in names else ANY for name in KEYS)
            yield level, (sector, size, region)
