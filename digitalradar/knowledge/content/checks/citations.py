"""Law, figures and deadlines come from the fact base: references resolve, and what is uncertain is called so."""

import re
from collections.abc import Iterator
from datetime import date

from ..documents import Guide
from ..inline import FACT
from ..library import Library
from ..passages import Kind, Passage
from ..problem import Level, Problem
from ..reading import Source

RULE = "Fakten"
# One of these words in the passage tells readers that a point is open.
_OPEN_WORDS = {
    "de": "offen ungeklärt unklar nicht␣gesichert nicht␣belegt noch␣nicht angekündigt geplant vorgeschlagen prüfen",
    "en": "open unclear unsettled not␣certain not␣confirmed not␣yet announced planned proposed check",
}
OPEN = {language: "|".join(words.split()).replace("␣", " ") for language, words in _OPEN_WORDS.items()}
_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
_NEEDS_FACT = re.compile(rf"§+ ?\d|\bArt(?:ikel|\.) \d|\d Euro\b|\d{{1,2}}\. (?:{'|'.join(_MONTHS)}) \d{{4}}")


def check(library: Library) -> Iterator[Problem]:
    """Yield references that lead nowhere, and statements about law that have none."""
    for source in library.sources:
        for passage in source.passages:
            yield from _references(library, source, passage)
        if isinstance(source.document, Guide):
            yield from _deadlines(library, source, source.document)


def _references(library: Library, source: Source, passage: Passage) -> Iterator[Problem]:
    found = FACT.findall(passage.text)
    for id in found:
        fact = library.facts.get(id)
        if fact is None:
            yield source.problem(passage.place, f"Den Fakt {id} gibt es nicht.", RULE)
        elif not fact.is_certain and not re.search(OPEN[source.location.language], passage.text):
            reason = f"{id} ist unsicher; der Absatz sagt nicht, dass der Punkt offen ist."
            yield source.problem(passage.place, reason, RULE, Level.RULE)
    if not found and passage.kind is Kind.PARAGRAPH and (number := _NEEDS_FACT.search(passage.text)):
        reason = f"„{number[0]}“ steht ohne Kennung eines Fakts."
        yield source.problem(passage.place, reason, RULE, Level.HINT)


def _deadlines(library: Library, source: Source, guide: Guide) -> Iterator[Problem]:
    for number, due in enumerate(guide.deadlines):
        place = ("deadlines", number)
        fact = library.facts.get(due.fact)
        if fact is None:
            yield source.problem(place, f"Den Fakt {due.fact} gibt es nicht.", RULE)
            continue
        if not fact.is_certain:
            yield source.problem(place, f"{due.fact} ist unsicher und trägt keine Frist.", RULE, Level.RULE)
        if not any(way in f"{fact.text} {fact.as_of} {fact.note}" for way in _spoken(due.date)):
            reason = f"{due.fact} nennt den {due.date:%d.%m.%Y} nicht; bitte vergleichen."
            yield source.problem(place, reason, RULE, Level.HINT)


def _spoken(day: date) -> list[str]:
    """Return how a fact may name a day; what holds from the first of January on is often told by its year alone."""
    ways = [f"{day.day}. {_MONTHS[day.month - 1]} {day.year}", f"{day:%d.%m.%Y}"]
    if (day.month, day.day) == (1, 1):
        ways += [f"{word} {day.year}" for word in ("ab", "Ab", "Januar", "Jahr", "Jahres")]
    if (day.month, day.day) == (12, 31):
        ways += [f"Ende {day.year}", f"Jahres {day.year}"]
    return ways
