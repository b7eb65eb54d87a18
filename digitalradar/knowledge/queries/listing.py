"""The list of the library: what was asked for, what fits, and which pages these are."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from django.http import QueryDict

from digitalradar.search.asking import page_of, text_of
from digitalradar.search.models import Document
from digitalradar.search.queries import search
from digitalradar.search.queries.results import Hit, Results

from ..models import GuidePage, KnowledgePage, PracticeReportPage, TechnologyPage
from .facets import FITTING, PARAMETERS

MODELS: dict[str, type[KnowledgePage]] = {
    "guide": GuidePage,
    "technology": TechnologyPage,
    "report": PracticeReportPage,
}
ALL_KINDS = tuple(MODELS)
SORTS = {"relevanz": "relevance", "einstieg": "place", "titel": "title", "neueste": "newest"}
# What a row shows; the sections of a page are long, and a list reads none of them.
SHOWN = """
    identifier promise stage_from stage_to hours_min hours_max weeks_min weeks_max cost_class is_example
    topic_field__title topic_field__title_en
""".split()  # noqa: SIM905 -- read as a text
MOST_VALUES = 30  # of one facet; more than any has


@dataclass(frozen=True)
class Asked:
    """What an address asks of the list; ``chosen`` holds the values of each facet by its parameter."""

    text: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = "einstieg"
    page: int = 1

    @classmethod
    def of(cls, sent: QueryDict) -> "Asked":
        """Read an address; what cannot be understood is left out."""
        text = text_of(sent)
        chosen = {name: tuple(dict.fromkeys(sent.getlist(name)[:MOST_VALUES])) for name in PARAMETERS if name in sent}
        usual = "relevanz" if text else "einstieg"
        sort = sent.get("sortierung", "")
        is_known = sort in SORTS and (text or sort != "relevanz")
        return cls(text, chosen, sort if is_known else usual, page_of(sent))

    def known(self, values: Mapping[str, Collection[str]]) -> "Asked":
        """Return the same without values that no facet has (``values`` by parameter)."""
        kept = {
            name: tuple(value for value in chosen if value in values.get(name, ()))
            for name, chosen in self.chosen.items()
        }
        chosen = {name: found for name, found in kept.items() if found}
        return Asked(self.text, chosen, self.sort, self.page)


def find(asked: Asked, *, language: str, kinds: Collection[str] = ALL_KINDS, fitting: Collection[str] = ()) -> Results:
    """Return what fits; the rules are those of :func:`search.queries.search`.

    ``fitting`` are the identifiers of guides that fit the visitor's result: one facet more, and one query.
    """
    return search(
        asked.text,
        language=language,
        kinds=kinds,
        filters={PARAMETERS[name]: values for name, values in asked.chosen.items()},
        own_facets={FITTING.name: {"passt": _numbers(fitting, language)}} if fitting else None,
        page=asked.page,
        sort=SORTS[asked.sort],
    )


def _numbers(identifiers: Collection[str], language: str) -> list[int]:
    guides = Document.objects.filter(kind="guide", language=language, key__in=identifiers)
    return list(guides.values_list("number", flat=True))


def pages_of(
    hits: Collection[Hit], language: str, fields: Collection[str] = ()
) -> dict[tuple[str, str], KnowledgePage]:
    """Return the pages of some hits by kind and identifier, with one query per kind; only ``fields`` if named."""
    found: dict[tuple[str, str], KnowledgePage] = {}
    for kind, model in MODELS.items():
        keys = [hit.document.key for hit in hits if hit.document.kind == kind]
        if keys:
            pages = model.objects.live().filter(identifier__in=keys, locale__language_code=language)
            rows = pages.select_related("topic_field")
            found |= {(kind, page.identifier): page for page in (rows.only(*fields) if fields else rows)}
    return found
