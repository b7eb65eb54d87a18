"""What the search knows of the library: one entry per published page, brought up to date with every publication."""

import re
from collections.abc import Iterator

from django.db.models.signals import pre_delete
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from digitalradar.search import services, sources
from digitalradar.search.entry import Entry
from digitalradar.search.plain_text import Texts

from .models import GuidePage, KnowledgePage, PracticeReportPage, TechnologyPage
from .rules.effort import effort_class

KINDS: dict[type[KnowledgePage], str] = {
    GuidePage: "guide",
    TechnologyPage: "technology",
    PracticeReportPage: "report",
}
PRIORS = {"guide": 1.0, "technology": 0.85, "report": 0.7}
FACT = re.compile(r"\s*\[F-[A-Z]+-\d+\]")


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
    texts = _texts(page)
    return Entry(
        kind=kind,
        key=page.identifier or page.slug,
        language=page.locale.language_code,
        title=page.title,
        url=page.get_url() or "",
        summary=page.promise,
        headings="\n".join(texts.headings),
        body=FACT.sub("", "\n".join(texts.lines)),
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


def _texts(page: KnowledgePage) -> Texts:
    """Collect all sections in their order."""
    texts = Texts(left_out=("fact", "date"))
    for field in page._meta.get_fields():
        if isinstance(field, RichTextField):
            texts.add_html(getattr(page, field.name))
        elif isinstance(field, StreamField) and field.name != "sources":
            texts.add_stream(getattr(page, field.name).get_prep_value())
    return texts


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
