"""A catalogue as it was read: the merged data, and where each part of it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .paths import Path, parse, render
from .problem import Problem


@dataclass(frozen=True)
class CatalogueDocument:
    """``data`` holds text, whole numbers, :class:`~decimal.Decimal`, truth values, lists and mappings only."""

    data: dict[str, Any]
    places: Mapping[Path, tuple[str, int]] = field(repr=False)

    def locate(self, path: str | Path) -> tuple[str, int]:
        """Return file and line of a place; a place that does not exist is found at its nearest parent."""
        steps = parse(path) if isinstance(path, str) else tuple(path)
        while steps not in self.places:
            steps = steps[:-1]
        return self.places[steps]

    def problem(self, path: str | Path, reason: str) -> Problem:
        """Return the problem with a place, its file and line filled in."""
        file, line = self.locate(path)
        return Problem(file, line, path if isinstance(path, str) else render(path), reason)
