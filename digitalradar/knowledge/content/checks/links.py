"""What a file points to exists: other guides, profiles and reports, terms; prerequisites arrive somewhere."""

from collections.abc import Iterator

from ...rules.cycles import cycle_from
from ..documents import Document, Guide, Report, Technology, Term
from ..inline import PAGE_LINK
from ..library import Library
from ..problem import Level, Place, Problem
from ..reading import Source

RULE = "Verweise"
TARGETS: dict[str, tuple[type[Document], str]] = {
    "leitfaden": (Guide, "Den Leitfaden"),
    "technologie": (Technology, "Das Technologieprofil"),
    "praxis": (Report, "Den Praxisbericht"),
}
MOST_LINKS = 6  # of one guide to others in its text; more is a maze


def check(library: Library) -> Iterator[Problem]:
    """Yield pointers that lead nowhere or to the file itself, and circles of prerequisites."""
    known = {kind: library.identifiers(kind) for kind in (Guide, Technology, Report, Term)}
    for source in library.sources:
        for kind, identifier, place in pointers(source):
            if identifier not in known[kind]:
                yield source.problem(place, f"{_named(kind)} „{identifier}“ gibt es nicht.", RULE)
            elif isinstance(source.document, kind) and identifier == source.location.identifier:
                yield source.problem(place, "Die Datei verweist auf sich selbst.", RULE)
    yield from _plain_addresses(library)
    yield from _circles(library)


def pointers(source: Source) -> Iterator[tuple[type[Document], str, Place]]:
    """Yield kind, identifier and place of everything a file points to."""
    document = source.document
    for number, identifier in enumerate(getattr(document, "related", ())):
        yield Guide, identifier, ("related", number)
    for number, identifier in enumerate(getattr(document, "terms", ())):
        yield Term, identifier, ("terms", number)
    if isinstance(document, Guide):
        for number, before in enumerate(document.prerequisites):
            yield Guide, before.guide, ("prerequisites", number)
    for passage in source.passages:
        for link in passage.links:
            if found := PAGE_LINK.fullmatch(link):
                yield TARGETS[found[1]][0], found[2], passage.place


def _named(kind: type[Document]) -> str:
    return next((named for target, named in TARGETS.values() if target is kind), "Den Begriff")


def _plain_addresses(library: Library) -> Iterator[Problem]:
    for source in library.sources:
        inside = 0
        for passage in source.passages:
            inside += sum(bool(PAGE_LINK.fullmatch(link)) for link in passage.links)
            if any(link.startswith("http://") for link in passage.links):
                yield source.problem(passage.place, "Ein Link ist unverschlüsselt (http://).", RULE, Level.RULE)
        if inside > MOST_LINKS:
            reason = f"Der Text verweist {inside}-mal auf andere Seiten; höchstens {MOST_LINKS}-mal."
            yield source.problem((), reason, RULE, Level.RULE)


def _circles(library: Library) -> Iterator[Problem]:
    for language in ("de", "en"):
        guides = {guide.identifier: (source, guide) for source, guide in library.guides if guide.language == language}
        edges = [(name, before.guide) for name, (_, guide) in guides.items() for before in guide.prerequisites]
        for name, (source, guide) in guides.items():
            if path := cycle_from(name, [before.guide for before in guide.prerequisites], edges):
                reason = f"Die Voraussetzungen laufen im Kreis: {' → '.join(path)}."
                yield source.problem(("prerequisites",), reason, RULE)
