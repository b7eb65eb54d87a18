"""The contributions of one release, added up: how many there are of each kind, never who."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from ..scoring.benchmark import HIGHEST_SCORE
from .groups import Key


class Cohort(NamedTuple):
    """So many companies with one profile whose value has been published since one release."""

    key: Key
    since: int
    n: int


Counts: TypeAlias = "array[int]"


def no_counts() -> Counts:
    """Return 101 zeros, one per whole score."""
    return array("I", bytes(4 * (HIGHEST_SCORE + 1)))


@dataclass
class Slice:
    """One dimension of one family: all that a decision about its groups looks at, and the values to publish."""

    sizes: Counter[tuple[Key, int]] = field(default_factory=Counter)
    counts: dict[Key, Counts] = field(default_factory=lambda: defaultdict(no_counts))

    @property
    def cohorts(self) -> list[Cohort]:
        return [Cohort(key, since, n) for (key, since), n in sorted(self.sizes.items())]


class FrozenSet:
    """Adds up contributions one by one; holds no contribution, so a million takes no more room than a thousand."""

    def __init__(self, pending: int | None = None) -> None:
        """With ``pending`` the next release is tried out: what no release has seen counts as seen in that one."""
        self.slices: dict[tuple[str, str], Slice] = defaultdict(Slice)
        self.companies: Counter[str] = Counter()
        self._pending = pending
        self._alike: Counter[tuple[str, Key, int, tuple[str, ...]]] = Counter()
        self._counts: dict[tuple[str, Key], dict[str, Counts]] = {}

    def add(
        self, family: str, key: Key, values: Mapping[str, int], since: int | None, kept_since: Mapping[str, int]
    ) -> None:
        """Count a contribution; values that came after the release began (no ``since``) are left out."""
        since = self._pending if since is None else since
        if since is None or kept_since:
            self._add_singly(family, key, values, since, kept_since)
            return
        self.companies[family] += 1
        self._alike[family, key, since, tuple(values)] += 1
        counts = self._counts_of(family, key)
        for dimension, value in values.items():
            counts[dimension][value] += 1

    def finished(self) -> "FrozenSet":
        """Close the books; call once, after the last contribution."""
        for (family, key, since, dimensions), n in self._alike.items():
            for dimension in dimensions:
                self.slices[family, dimension].sizes[key, since] += n
        self._alike.clear()
        return self

    def _add_singly(
        self, family: str, key: Key, values: Mapping[str, int], since: int | None, kept_since: Mapping[str, int]
    ) -> None:
        self.companies[family] += since is not None
        counts = self._counts_of(family, key)
        for dimension, value in values.items():
            seen = kept_since.get(dimension, since)
            if seen is not None:
                counts[dimension][value] += 1
                self.slices[family, dimension].sizes[key, seen] += 1

    def _counts_of(self, family: str, key: Key) -> dict[str, Counts]:
        found = self._counts.get((family, key))
        if found is None:
            found = self._counts[family, key] = _CountsByDimension(self, family, key)
        return found


class _CountsByDimension(dict[str, Counts]):
    """The counts of one profile by dimension, shared with the slices; made when first asked for."""

    def __init__(self, frozen: FrozenSet, family: str, key: Key) -> None:
        super().__init__()
        self._frozen, self._family, self._key = frozen, family, key

    def __missing__(self, dimension: str) -> Counts:
        counts = self._frozen.slices[self._family, dimension].counts[self._key]
        self[dimension] = counts
        return counts
