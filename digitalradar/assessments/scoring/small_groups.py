"""Which groups of a whole may be shown without giving away a small one.

The whole minus the shown groups must be empty or at least the floor, or a small group could be
worked out by subtraction.
"""

from collections.abc import Mapping
from typing import Any

from .constants import NOT_STATED, STAFF_FLOOR
from .errors import INVALID_NUMBER, INVALID_REQUEST, ScoringError
from .reading import read_integer, read_mapping


def partition(groups: object, floor: object = None) -> dict[str, Any]:
    """Split groups {name: n} into shown and hidden ones, both in the order of the request.

    ``total`` is null when the whole itself is below the floor (default 5).
    """
    if groups is None:
        raise ScoringError(INVALID_REQUEST, "must be an object", "groups")
    least = STAFF_FLOOR if floor is None else read_integer(floor, "floor", INVALID_NUMBER, 1)
    sizes = {
        name: read_integer(n, f"groups[{number}]", INVALID_NUMBER, 0)
        for number, (name, n) in enumerate(read_mapping(groups, "groups").items())
    }
    total = sum(sizes.values())
    shown = shown_groups(sizes, least)
    return {
        "total_shown": total >= least,
        "total": total if total >= least else None,
        "shown": [name for name in sizes if name in shown],
        "hidden": [name for name in sizes if name not in shown],
    }


def shown_groups(sizes: Mapping[str, int], floor: int) -> set[str]:
    """Return the names of the groups that may be shown.

    Groups below the floor are hidden (an empty one has nobody to protect); while the hidden
    people together are fewer than the floor, the smallest shown group is hidden too, at equal
    size the first in code point order. "Ohne Angabe" is never shown but counts among the hidden.
    """
    if sum(sizes.values()) < floor:
        return set()
    shown = {name for name, n in sizes.items() if not 0 < n < floor and name != NOT_STATED}
    hidden = sum(n for name, n in sizes.items() if name not in shown)
    for name in sorted(shown, key=lambda name: (sizes[name], name)):
        if not 0 < hidden < floor:
            break
        shown.remove(name)
        hidden += sizes[name]
    return shown
