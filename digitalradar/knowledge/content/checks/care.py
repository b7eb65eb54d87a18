"""What is left to do in the files, and what the calendar has overtaken."""

import re
from collections.abc import Iterator
from datetime import date

from ..documents import Term
from ..library import Library
from ..problem import Level, Problem

RULE = "Pflege"
_LEFT = re.compile(r"\b(?:TODO|FIXME|XXX|TBD|Lorem ipsum)\b")
EXAMPLE_BEGINS = {"de": "Angenommen, ", "en": "Suppose "}


def check(library: Library, today: date) -> Iterator[Problem]:
    """Yield notes to oneself, examples that pass for true, and dates that are over; ``today`` decides on the latter."""
    for source in library.sources:
        for number, line in enumerate(source.text.split("\n"), 1):
            if found := _LEFT.search(line):
                reason = f"Hier steht noch „{found[0]}“."
                yield Problem(source.location.path, number, reason, RULE, Level.RULE)
        if not source.is_canonical:
            reason = "Die Datei ist nicht in der festen Schreibweise; „content check --fix“ stellt sie her."
            yield source.problem((), reason, RULE, Level.RULE)
    for source, guide in library.guides:
        begins = EXAMPLE_BEGINS[guide.language]
        if not guide.example.startswith(begins):
            reason = f"Das Beispiel beginnt mit „{begins.strip()}“, damit niemand es für einen Fall hält."
            yield source.problem(("example",), reason, RULE, Level.RULE)
        for number, due in enumerate(guide.deadlines):
            if due.date < today:
                reason = f"Die Frist {due.date:%d.%m.%Y} ist vorbei."
                yield source.problem(("deadlines", number), reason, RULE, Level.HINT)
    yield from _overdue(library, today)


def _overdue(library: Library, today: date) -> Iterator[Problem]:
    for source in library.sources:
        due = None if isinstance(source.document, Term) else source.document.next_review
        if due and due < today:
            reason = f"Die Prüfung war am {due:%d.%m.%Y} fällig."
            yield source.problem(("next_review",), reason, RULE, Level.HINT)
