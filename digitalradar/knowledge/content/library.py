"""All files of the library at once: what could be read, and what is wrong with the rest."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from ..facts import FactEntry, FactsRefused, read_facts
from .documents import Document, Guide
from .layouts import LAYOUTS
from .places import FOLDERS, Location, locate
from .problem import ContentRefused, Level, Problem
from .reading import Source, decode, read

LIBRARY = Path(__file__).resolve().parents[3] / "content"  # beside the package
FACTS = "facts.md"
PLAN = "guide-plan.yaml"


@dataclass(frozen=True)
class Library:
    """``problems`` says what is wrong with files that could not be read; those are not among the ``sources``.

    ``known`` are identifiers by kind that exist although no file says so: pages made on the site.
    """

    sources: tuple[Source, ...]
    facts: dict[str, FactEntry] = field(default_factory=dict)
    plan: dict[str, dict[str, Any]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    known: dict[str, frozenset[str]] = field(default_factory=dict)

    def of(self, kind: type[Document], language: str = "") -> list[Source]:
        """Return the files of one kind, in one language or in all."""
        return [
            source
            for source in self.sources
            if isinstance(source.document, kind) and language in ("", source.location.language)
        ]

    def identifiers(self, kind: type[Document]) -> set[str]:
        """Return what may be pointed to: identifiers in whatever language, of broken files too."""
        name = next(layout.kind for layout in LAYOUTS.values() if layout.document is kind)
        in_files = {source.location for source in self.of(kind)} | self.broken
        return {one.identifier for one in in_files if one.kind == name} | self.known.get(name, frozenset())

    @property
    def broken(self) -> set[Location]:
        """Where files lie that could not be read."""
        return {location for problem in self.problems if (location := _location(problem.file))}

    @property
    def guides(self) -> list[tuple[Source, Guide]]:
        """Every guide in every language, with its file."""
        return [(source, source.document) for source in self.sources if isinstance(source.document, Guide)]


def library_files(root: Path) -> Iterator[tuple[str, Path]]:
    """Yield the path below ``root`` and the file itself for everything that ought to be a file of the library."""
    for folder in FOLDERS:
        for file in sorted((root / folder).glob("*/*.md")):
            yield str(file.relative_to(root)), file


def read_library(root: Path) -> Library:
    """Read everything below ``root``; never raises for what stands in the files."""
    sources: list[Source] = []
    problems: list[Problem] = []
    for path, file in library_files(root):
        try:
            sources.append(read(decode(file.read_bytes(), path), path))
        except ContentRefused as refusal:
            problems += refusal.problems
    facts, wrong = _facts(root / FACTS)
    return Library(tuple(sources), facts, _plan(root / PLAN), (*problems, *wrong))


def _location(path: str) -> Location | None:
    try:
        return locate(path)
    except ContentRefused:
        return None


def _facts(file: Path) -> tuple[dict[str, FactEntry], list[Problem]]:
    if not file.exists():
        return {}, [Problem(FACTS, 1, "Die Faktenbasis fehlt.", "Fakten", Level.HINT)]
    try:
        return {fact.id: fact for fact in read_facts(decode(file.read_bytes(), FACTS), FACTS)}, []
    except FactsRefused as refusal:
        return {}, refusal.problems


def _plan(file: Path) -> dict[str, dict[str, Any]]:
    """Return the plan's entries by identifier; without a plan there is nothing to compare with."""
    if not file.exists():
        return {}
    plan = yaml.load(file.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 -- safe
    return {entry["slug"]: entry for entry in plan["guides"]}
