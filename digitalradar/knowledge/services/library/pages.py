"""Between the record of a file and the fields of a page."""

from functools import partial
from typing import Any

from ...content.documents import Balance, Before, Document, Due, Guide, Report, Shared, Source, Step, Technology
from ...content.inline import plain_runs
from ...content.layouts import LAYOUTS, Layout
from ...content.places import Location
from ...content.rich_text import from_rich_text, to_rich_text
from ...content.schema import in_order
from ...content.sections import Sentences, Steps, Table
from ...models import (
    GuidePage,
    KnowledgePage,
    PracticeReportPage,
    Prerequisite,
    RelatedGuide,
    ReportGuide,
    TechnologyGuide,
    TechnologyPage,
)
from .directory import LINK_WORDS, Directory

RELATED = {GuidePage: RelatedGuide, TechnologyPage: TechnologyGuide, PracticeReportPage: ReportGuide}
# Fields of pages that files name the same and that hold plain values.
SAME = ("title", "promise", "next_review")
MAYBE_EMPTY = ("as_of", "ripeness", "company", "ending", "consent", "author", "version")
RANGES = {
    "stages": ("stage_from", "stage_to"),
    "hours": ("hours_min", "hours_max"),
    "weeks": ("weeks_min", "weeks_max"),
}
DOCUMENTS: dict[type[KnowledgePage], type[Shared]] = {
    GuidePage: Guide,
    TechnologyPage: Technology,
    PracticeReportPage: Report,
}


def fill(page: KnowledgePage, document: Shared, directory: Directory) -> bool:
    """Put what a file says into the fields of a page; return whether everything it points to was there.

    What files do not know stays: pictures, reviews, who is responsible.
    """
    find = fill_texts(page, document, directory)
    page.sectors = [directory.sectors[sector] for sector in document.sectors]
    if isinstance(document, Guide | Technology):
        page.terms = [directory.terms[term] for term in document.terms if term in directory.terms]
        find.has_missed |= len(page.terms.all()) < len(document.terms)
        page.sources = [("source", _source(source)) for source in document.sources]
    _fill_links(page, document, find)
    return not find.has_missed


def fill_texts(page: KnowledgePage, document: Shared, directory: Directory) -> "_Finder":
    """Put in what stands in the page itself; what ties it to others has to wait until it is in the database."""
    _fill_head(page, document)
    find = _Finder(directory, document.language)
    for _heading, section in _layout(document).sections:
        for key in section.keys:
            setattr(page, key, _stored(section, getattr(document, key), find))
    return find


def document_of(page: KnowledgePage, directory: Directory) -> Document:
    """Return the record of a page.

    Raises:
        NotWritable: it holds what files do not know.
    """
    kind = DOCUMENTS[type(page)]
    language = page.locale.language_code
    name = directory.name
    data: dict[str, Any] = {"identifier": page.identifier, "language": language}
    layout = next(one for one in LAYOUTS.values() if one.document is kind and one.language == language)
    data |= _head_of(page, layout)
    for _heading, section in layout.sections:
        for key in section.keys:
            data[key] = _read(section, getattr(page, key), name)
    if isinstance(page, GuidePage | TechnologyPage):
        data["terms"] = tuple(in_order("terms", [term.pk for term in page.terms.all()]))
        data["sources"] = tuple(_read_source(block.value) for block in page.sources)
    data["related"] = tuple(_identifier(link.target_id, directory) for link in page.related.all())
    if isinstance(page, GuidePage):
        data["prerequisites"] = tuple(
            Before(_identifier(link.target_id, directory), _plain(link.reason)) for link in page.prerequisites.all()
        )
        data["deadlines"] = tuple(
            Due(block.value["date"], _plain(block.value["text"]), block.value["fact"]) for block in page.deadlines
        )
    return kind(**data)


def location_of(page: KnowledgePage) -> Location:
    """Return where the file of a page lies."""
    kind = next(kind for (kind, _), layout in LAYOUTS.items() if layout.document is DOCUMENTS[type(page)])
    return Location(kind, page.identifier, page.locale.language_code, page.is_example)


class _Finder:
    """Finds pages in one language and remembers whether one was missing."""

    def __init__(self, directory: Directory, language: str) -> None:
        self.directory, self.language, self.has_missed = directory, language, False

    def __call__(self, word: str, identifier: str) -> int | None:
        number = self.directory.find(LINK_WORDS[word], identifier, self.language)
        self.has_missed |= number is None
        return number


def _layout(document: Document) -> Layout:
    return next(one for one in LAYOUTS.values() if one.document is type(document) and one.language == document.language)


def _fill_head(page: KnowledgePage, document: Shared) -> None:
    for name in SAME:
        setattr(page, name, getattr(document, name))
    for name in MAYBE_EMPTY:
        if hasattr(document, name):
            setattr(page, name, getattr(document, name) or "")
    for key, (low, high) in RANGES.items():
        ends = getattr(document, key) or (None, None)
        setattr(page, low, ends[0])
        setattr(page, high, ends[1])
    page.identifier = document.identifier
    page.slug = document.slug or document.identifier
    page.topic_field_id, page.dimension_id = document.topic_field, document.dimension
    page.sizes = list(document.sizes)
    page.cost_class = getattr(document, "cost_class", None) or ""
    page.keywords = "\n".join(document.keywords)
    page.published_on = document.published
    page.change_note = ""  # what the last person wrote says nothing about this text


def _fill_links(page: KnowledgePage, document: Shared, find: _Finder) -> None:
    link = RELATED[type(page)]
    page.related = [link(target_id=pk) for pk in map(partial(find, "leitfaden"), document.related) if pk]
    if isinstance(document, Guide):
        before = [(find("leitfaden", one.guide), one.reason) for one in document.prerequisites]
        page.prerequisites = [Prerequisite(target_id=pk, reason=reason) for pk, reason in before if pk]
        page.deadlines = [
            ("deadline", {"date": due.date, "text": due.text, "fact": due.fact}) for due in document.deadlines
        ]


def _stored(section: Any, value: Any, find: _Finder) -> Any:
    if isinstance(section, Sentences):
        return [("sentence", sentence) for sentence in value]
    if isinstance(section, Table):
        return [("row", {"chance": row.chance, "risk": row.risk, "remedy": row.remedy}) for row in value]
    if isinstance(section, Steps):
        return [("step", _stored_step(step, find)) for step in value]
    return to_rich_text(value, find)


def _stored_step(step: Step, find: _Finder) -> dict[str, Any]:
    text = to_rich_text(step.text, find)
    return {"title": step.title, "who": step.who, "text": text, "checklist": list(step.checklist)}


def _read(section: Any, value: Any, name: Any) -> Any:
    if isinstance(section, Sentences):
        return tuple(_plain(block.value) for block in value)
    if isinstance(section, Table):
        return tuple(Balance(*(_plain(block.value[column]) for column in section.columns)) for block in value)
    if isinstance(section, Steps):
        return tuple(_read_step(block.value, name) for block in value)
    return from_rich_text(value, name)


def _read_step(value: Any, name: Any) -> Step:
    checklist = tuple(_plain(item) for item in value["checklist"])
    return Step(_plain(value["title"]), _plain(value["who"]), from_rich_text(value["text"].source, name), checklist)


def _head_of(page: KnowledgePage, layout: Layout) -> dict[str, Any]:
    data = {name: _plain_or_same(getattr(page, name)) for name in SAME}
    data |= {name: _plain_or_same(getattr(page, name)) or None for name in MAYBE_EMPTY if name in layout.head}
    for key, (low, high) in RANGES.items():
        ends = (getattr(page, low), getattr(page, high))
        data[key] = None if None in ends else ends
    data |= {
        "slug": page.slug if page.slug != page.identifier else None,
        "topic_field": page.topic_field_id,
        "dimension": page.dimension_id,
        "sectors": tuple(in_order("sectors", [sector.pk for sector in page.sectors.all()])),
        "sizes": tuple(in_order("sizes", page.sizes)),
        "cost_class": page.cost_class or None,
        "keywords": tuple(_plain(word) for word in page.keyword_list),
        "published": page.published_on,
    }
    return data


def _identifier(pk: int, directory: Directory) -> str:
    return (directory.name(pk) or ":").partition(":")[2]


def _source(source: Source) -> dict[str, str]:
    return {"title": source.title, "url": source.url, "as_of": source.as_of or ""}


def _read_source(value: Any) -> Source:
    return Source(_plain(value["title"]), value["url"], _plain(value["as_of"] or "") or None)


def _plain(text: str) -> str:
    return "".join(run.text for run in plain_runs(text))


def _plain_or_same(value: Any) -> Any:
    return _plain(value) if isinstance(value, str) else value
