"""Terms that a page explains occur in its text; terms that nothing uses can go."""

from collections.abc import Iterator

from ..documents import Guide, Technology, Term
from ..library import Library
from ..problem import Level, Problem
from ..reading import Source

RULE = "Begriffe"


def check(library: Library) -> Iterator[Problem]:
    """Yield terms that are named but never occur, terms of the same name, and terms without use."""
    terms = {
        (source.location.language, source.location.identifier): source.document
        for source in library.of(Term)
        if isinstance(source.document, Term)
    }
    used: set[str] = set()
    for source in library.sources:
        if isinstance(source.document, Guide | Technology):
            used |= set(source.document.terms)
            yield from _absent(source, source.document, terms)
    yield from _doubled(library)
    for source in library.of(Term):
        if source.location.identifier not in used:
            yield source.problem((), "Keine Seite erklärt diesen Begriff.", RULE, Level.HINT)


def _absent(source: Source, document: Guide | Technology, terms: dict[tuple[str, str], Term]) -> Iterator[Problem]:
    text = " ".join(passage.text for passage in source.passages).casefold()
    for number, identifier in enumerate(document.terms):
        term = terms.get((document.language, identifier))
        if term and not any(form.casefold() in text for form in (term.term, *term.forms)):
            reason = f"Der Begriff „{term.term}“ kommt im Text nicht vor, auch nicht in einer seiner Formen."
            yield source.problem(("terms", number), reason, RULE, Level.RULE)


def _doubled(library: Library) -> Iterator[Problem]:
    seen: dict[tuple[str, str], Source] = {}
    for source in library.of(Term):
        if isinstance(source.document, Term):
            key = (source.location.language, source.document.term.casefold())
            if key in seen:
                other = seen[key].location.path
                yield source.problem(("term",), f"Denselben Begriff erklärt schon {other}.", RULE, Level.RULE)
            seen.setdefault(key, source)
