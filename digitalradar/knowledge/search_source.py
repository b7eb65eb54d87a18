"""What the search knows of the library: one entry per published page, brought up to date with every publication."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from django.db.models.signals import pre_delete
from django.utils.html import strip_tags
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from digitalradar.search import services, sources
from digitalradar.search.entry import Entry

from .models import GuidePage, KnowledgePage, PracticeReportPage, TechnologyPage
from .rules.effort import effort_class

KINDS: dict[type[KnowledgePage], str] = {
    GuidePage: "guide",
    TechnologyPage: "technology",
    PracticeReportPage: "report",
}
PRIORS = {"guide": 1.0, "technology": 0.9, "report": 0.9}
FACT = re.compile(r"\s*\[F-[A-Z]+-\d+\]")
BLOCK_END = re.compile(r"</(?:p|li|h\d)>|<br/?>")
NAME_KEYS = ("title", "term")  # of a block: what its heading says


def register() -> None:
    """Tell the search about the library; called once at start."""
    for model, kind in KINDS.items():
        sources.register(kind, lambda model=model: entries(model))
        page_published.connect(_published, sender=model)
        page_unpublished.connect(_gone, sender=model)
        pre_delete.connect(_gone, sender=model)
    for signal in (page_slug_changed, post_page_move):
        signal.connect(_moved)


def entries(model: type[KnowledgePage]) -> Iterator[Entry]:
    """Yield the entries of all published pages of one kind."""
    pages = model.objects.live().select_related("locale").prefetch_related("sectors").order_by("pk")
    yield from map(entry_of, pages)


def entry_of(page: KnowledgePage) -> Entry:
    """Return what the search keeps of a page: its words without marks of facts, and the facets it stands under."""
    kind = KINDS[type(page)]
    texts = [_texts(page, field) for field in _fields(page)]
    return Entry(
        kind=kind,
        key=page.identifier or page.slug,
        language=page.locale.language_code,
        title=page.title,
        url=page.get_url() or "",
        summary=page.promise,
        headings="\n".join(heading for headings, _lines in texts for heading in headings),
        body="\n".join(line for _headings, lines in texts for line in lines),
        keywords=page.keywords,
        facets=facets_of(page, kind),
        published=page.published_on,
        place=_place(page, kind),
        prior=PRIORS[kind],
    )


def facets_of(page: KnowledgePage, kind: str) -> dict[str, list[str]]:
    """Return the ids under which lists find the page."""
    effort = effort_class(page.hours_min, page.hours_max)
    return {
        "topic_field": [page.topic_field_id],
        "dimension": [page.dimension_id],
        "stage": [str(stage) for stage in range(page.stage_from, page.stage_to + 1)],
        "sector": sorted(sector.pk for sector in page.sectors.all()),
        "size": list(page.sizes),
        "effort": [str(effort)] if effort else [],
        "cost_class": [page.cost_class] if page.cost_class else [],
        "format": [kind],
    }


def _place(page: KnowledgePage, kind: str) -> int:
    """Order by entry: guides first, then what asks for the lowest stage, then the least effort and cost."""
    effort = effort_class(page.hours_min, page.hours_max) or 6
    cost = int(page.cost_class[1:] or 0) if page.cost_class else 5
    return list(PRIORS).index(kind) * 10_000 + page.stage_from * 1000 + page.stage_to * 100 + effort * 10 + cost


def _fields(page: KnowledgePage) -> list[RichTextField | StreamField]:
    fields = [field for field in page._meta.get_fields() if isinstance(field, RichTextField | StreamField)]
    return [field for field in fields if field.name != "sources"]


def _texts(page: KnowledgePage, field: RichTextField | StreamField) -> tuple[list[str], list[str]]:
    """Return the headings and the lines of one field."""
    value = getattr(page, field.name)
    if isinstance(field, RichTextField):
        return [], _lines(value)
    headings: list[str] = []
    lines: list[str] = []
    for block in value.get_prep_value():
        _walk(block["value"], headings, lines)
    return headings, lines


def _walk(value: Any, headings: list[str], lines: list[str]) -> None:
    """Collect the texts of a block as it is stored."""
    if isinstance(value, str):
        lines += _lines(value)
    elif isinstance(value, list):
        for one in value:
            _walk(one["value"] if isinstance(one, dict) and "value" in one else one, headings, lines)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name in NAME_KEYS:
                headings.append(one)
            elif name not in ("fact", "date"):
                _walk(one, headings, lines)


def _lines(text: str) -> list[str]:
    plain = unescape(strip_tags(BLOCK_END.sub("\n", FACT.sub("", text))))
    return [line.strip() for line in plain.split("\n") if line.strip()]


def _published(instance: KnowledgePage, **_signal: object) -> None:
    services.index(entry_of(instance))


def _moved(instance: Page, **_signal: object) -> None:
    """Bring the addresses of the page and of all below it up to date: a renamed shelf moves every guide."""
    for model in KINDS:
        pages = model.objects.live().descendant_of(instance, inclusive=True)
        for page in pages.select_related("locale").prefetch_related("sectors"):
            services.index(entry_of(page))


def _gone(instance: KnowledgePage, **_signal: object) -> None:
    services.remove(KINDS[type(instance)], instance.identifier or instance.slug, instance.locale.language_code)
