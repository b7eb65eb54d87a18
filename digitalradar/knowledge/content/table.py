"""What ``content check`` prints: one line of figures per guide, the problems below it, a summary."""

from collections.abc import Iterator

from .checking import Report, Row
from .problem import Level, Problem

HEAD = (
    f"{'Leitfaden':<44}{'Wörter':>7}{'Satz Ø':>8}{'längster':>10}{'WSTF':>7}{'Fehler':>8}{'Regeln':>8}{'Hinweise':>10}"
)
MARKS = {Level.ERROR: "Fehler ", Level.RULE: "Regel  ", Level.HINT: "Hinweis"}


def lines(report: Report) -> Iterator[str]:
    """Yield the lines of the report."""
    if report.rows:
        yield HEAD
        yield from (_row(row) for row in report.rows)
        yield ""
    yield from (told(problem) for problem in report.problems)
    yield summary(report)


def told(problem: Problem) -> str:
    """Return a problem with its level in front."""
    return f"{MARKS[problem.level]}  {problem}"


def summary(report: Report) -> str:
    """Return how many problems of each level there are."""
    counts = [report.count(level) for level in Level]
    return f"{len(report.rows)} Leitfäden, {counts[0]} Fehler, {counts[1]} verletzte Regeln, {counts[2]} Hinweise"


def _row(row: Row) -> str:
    location, figures = row.source.location, row.figures
    name = location.identifier if location.language == "de" else f"{location.identifier} ({location.language})"
    numbers = f"{figures.words:>7}{figures.mean:>8.1f}{figures.longest:>10}{figures.figure:>7.1f}"
    return f"{name:<44}{numbers}{row.errors:>8}{row.rules:>8}{row.hints:>10}"
