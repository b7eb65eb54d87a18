"""All checks of the library in one go, and the figures of each guide."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .checks import care, citations, length, links, plan, similarity, terms
from .library import Library
from .places import is_meant
from .problem import Level, Problem
from .reading import Source
from .words import Readability


@dataclass(frozen=True)
class Row:
    """One guide in the table: its figures, and how many problems of each level it has."""

    source: Source
    figures: Readability
    errors: int
    rules: int
    hints: int


@dataclass(frozen=True)
class Report:
    """``problems`` are in the order of files and lines."""

    problems: tuple[Problem, ...]
    rows: tuple[Row, ...]

    def count(self, level: Level) -> int:
        return sum(problem.level == level for problem in self.problems)


def check_library(library: Library, today: date) -> Report:
    """Return everything that is wrong with the library on a day."""
    found = [*library.problems]
    for module in (links, citations, terms, plan, length, similarity):
        found += module.check(library)
    found += care.check(library, today)
    problems = tuple(sorted(set(found)))
    return Report(problems, tuple(_rows(library, problems)))


def errors(library: Library) -> list[Problem]:
    """Return what keeps files out of the portal: broken ones, and those that point to what does not exist."""
    found = [*library.problems, *links.check(library), *citations.check(library)]
    return sorted({problem for problem in found if problem.level == Level.ERROR})


def _rows(library: Library, problems: tuple[Problem, ...]) -> list[Row]:
    rows = []
    for source, _guide in library.guides:
        levels = [problem.level for problem in problems if problem.file == source.location.path]
        counts = (levels.count(level) for level in Level)
        rows.append(Row(source, length.measure(source), *counts))
    return rows


def only(report: Report, chosen: Sequence[str]) -> Report:
    """Return what concerns some files; ``chosen`` are paths below the library, identifiers, or nothing for all."""
    if not chosen:
        return report
    problems = tuple(problem for problem in report.problems if is_meant(problem.file, chosen))
    return Report(problems, tuple(row for row in report.rows if is_meant(row.source.location.path, chosen)))
