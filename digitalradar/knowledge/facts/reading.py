"""Read the fact base: below a heading of the second level for each topic, one heading of the third for each fact."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..content.inline import FACT
from ..content.problem import ContentRefused, Problem

_ID = re.compile(FACT.pattern.removeprefix(r"\[").removesuffix(r"\]"))
_ADDRESS = re.compile(r"<(https?://[^>\s]+)>")
_LIMITS = {"topic": 80, "text": 1500, "as_of": 200, "note": 1500}
_CERTAINTY = {"**sicher**": True, "**unsicher**": False}


class FactsRefused(ContentRefused):
    """The fact base is broken; nothing of it may be used."""


@dataclass(frozen=True)
class FactEntry:
    """One statement. ``as_of`` is free text, ``sources`` are addresses, ``line`` is where it stands in the file."""

    id: str
    topic: str
    text: str
    as_of: str
    is_certain: bool
    sources: tuple[str, ...] = ()
    note: str = ""
    line: int = field(default=1, compare=False)


def read_facts(text: str, path: str = "facts.md") -> list[FactEntry]:
    """Return the facts in the order of the file.

    Raises:
        FactsRefused: with everything that is wrong, each with its line.
    """
    problems: list[Problem] = []
    facts: dict[str, FactEntry] = {}
    for topic, line, lines in _parts(text):
        try:
            fact = _fact(topic, line, lines)
            if fact.id in facts:
                raise _Wrong(line, f"Die Kennung {fact.id} steht hier zweimal.")
            facts[fact.id] = fact
        except _Wrong as wrong:
            problems.append(Problem(path, wrong.line, wrong.reason, "Fakten"))
    if problems:
        raise FactsRefused(problems)
    return list(facts.values())


class _Wrong(Exception):
    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


def _parts(text: str) -> Iterator[tuple[str, int, list[str]]]:
    """Yield topic, line and lines of each fact, its heading first."""
    topic, start, lines = "", 0, []
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(("## ", "### ")) and lines:
            yield topic, start, lines
            lines = []
        if line.startswith("### "):
            start, lines = number, [line]
        elif line.startswith("## "):
            topic = line[3:].strip()
        elif lines:
            lines.append(line)
    if lines:
        yield topic, start, lines


def _fact(topic: str, line: int, lines: list[str]) -> FactEntry:
    id = lines[0][4:].strip()
    if not _ID.fullmatch(id):
        raise _Wrong(line, f"„{id}“ ist keine Kennung der Form F-SEC-06.")
    keys = dict(_key(number, one) for number, one in enumerate(lines, line) if one.startswith("- "))
    certainty = keys.get("Sicherheit")
    if certainty not in _CERTAINTY:
        raise _Wrong(line, f"{id}: Bei „- Sicherheit:“ steht **sicher** oder **unsicher**.")
    fact = FactEntry(
        id=id,
        topic=topic,
        text=" ".join(" ".join(one for one in lines[1:] if not one.startswith("- ")).split()),
        as_of=keys.get("Stand", ""),
        is_certain=_CERTAINTY[certainty],
        sources=tuple(_ADDRESS.findall(keys.get("Quelle", ""))),
        note=keys.get("Hinweis", ""),
        line=line,
    )
    _refuse_gaps(fact)
    return fact


def _key(number: int, line: str) -> tuple[str, str]:
    name, colon, value = line[2:].partition(":")
    if not colon or name not in {"Stand", "Sicherheit", "Quelle", "Hinweis"}:
        raise _Wrong(number, "Erlaubt sind „- Stand:“, „- Sicherheit:“, „- Quelle:“ und „- Hinweis:“.")
    return name, value.strip()


def _refuse_gaps(fact: FactEntry) -> None:
    if not fact.text or not fact.as_of:
        raise _Wrong(fact.line, f"{fact.id}: Aussage oder Stand fehlt.")
    if fact.is_certain and not fact.sources:
        raise _Wrong(fact.line, f"{fact.id} heißt sicher, nennt aber keine Quelle in spitzen Klammern.")
    for name, limit in _LIMITS.items():
        if len(getattr(fact, name)) > limit:
            raise _Wrong(fact.line, f"{fact.id}: Ein Eintrag ist länger als {limit} Zeichen.")
