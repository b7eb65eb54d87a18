"""Which page has which identifier, and the words pages are sorted by; read once for a whole run."""

from collections import defaultdict

from wagtail.models import Locale

from digitalradar.topics.models import Sector

from ...content.places import Location
from ...models import (
    GlossaryTerm,
    GuideIndexPage,
    GuidePage,
    IndexPage,
    KnowledgePage,
    PracticeReportPage,
    ReportIndexPage,
    TechnologyIndexPage,
    TechnologyPage,
)

PAGES: dict[str, type[KnowledgePage]] = {
    "guide": GuidePage,
    "technology": TechnologyPage,
    "report": PracticeReportPage,
}
SHELVES: dict[str, type[IndexPage]] = {
    "guide": GuideIndexPage,
    "technology": TechnologyIndexPage,
    "report": ReportIndexPage,
}
LINK_WORDS = {"leitfaden": "guide", "technologie": "technology", "praxis": "report"}
FIRST_LANGUAGE = "de"


class Directory:
    """Pages by kind, identifier and language, and back by number."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str, str], int] = {}
        self._names: dict[int, str] = {}
        self.sectors: dict[str, Sector] = Sector.objects.in_bulk()
        self.terms: dict[str, GlossaryTerm] = GlossaryTerm.objects.in_bulk()
        languages = dict(Locale.objects.values_list("pk", "language_code"))
        for kind, model in PAGES.items():
            for pk, identifier, locale in model.objects.values_list("pk", "identifier", "locale_id"):
                self.add(pk, kind, identifier, languages[locale])

    def add(self, pk: int, kind: str, identifier: str, language: str) -> None:
        """Take in a page that was just made."""
        self._numbers[kind, identifier, language] = pk
        word = next(word for word, of_kind in LINK_WORDS.items() if of_kind == kind)
        self._names[pk] = f"{word}:{identifier}"

    def page_of(self, location: Location) -> int | None:
        """Return the number of the page of a file."""
        return self._numbers.get((location.kind, location.identifier, location.language))

    def find(self, kind: str, identifier: str, language: str) -> int | None:
        """Return the number of a page in a language, else of the German one, which is always there first."""
        number = self._numbers.get((kind, identifier, language))
        return number or self._numbers.get((kind, identifier, FIRST_LANGUAGE))

    def name(self, pk: int) -> str | None:
        """Return what a link to a page is called in files: ``leitfaden:datensicherung``."""
        return self._names.get(pk)

    def identifiers(self) -> dict[str, frozenset[str]]:
        """Return the identifiers of all pages and terms by kind."""
        found: dict[str, set[str]] = defaultdict(set)
        found["term"] |= self.terms.keys()
        for kind, identifier, _language in self._numbers:
            found[kind].add(identifier)
        return {kind: frozenset(names) for kind, names in found.items()}
