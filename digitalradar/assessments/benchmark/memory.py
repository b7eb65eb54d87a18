"""What a contribution has to remember about itself: since which release its values have been seen.

A value that was published once must never count as news again, or five old friends could hide one newcomer.
"""

from collections.abc import Mapping
from typing import Any

from .groups import Key

MOVED = 0
"""Instead of a release number: the value was published before, but under another profile or another consent."""

Values = Mapping[str, int]


def snapshot(key: Key, values: Values, since: int, kept_since: Mapping[str, int]) -> dict[str, Any]:
    """Return how a contribution stood in the last release, to be compared with what it becomes."""
    return {
        "key": list(key),
        "values": dict(values),
        "since": {dimension: kept_since.get(dimension, since) for dimension in values},
    }


def kept_after(before: Mapping[str, Any], key: Key, values: Values) -> dict[str, int]:
    """Return for each unchanged value since when it has been published; changed and new ones are left out.

    ``before`` is a :func:`snapshot`, or empty when the contribution never was in a release.
    """
    if not before:
        return {}
    same_key = list(key) == before["key"]
    return {
        dimension: before["since"][dimension] if same_key else MOVED
        for dimension, value in values.items()
        if before["values"].get(dimension) == value
    }
