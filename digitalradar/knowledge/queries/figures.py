"""Numbers about the pages of the library: how often opened, whether helpful, what led there."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, Q, Sum
from django.db.models.functions import TruncMonth
from django.utils.timezone import localdate
from wagtail.models import Page

from digitalradar.core.models import PageVisits
from digitalradar.core.page_cache import page_tag
from digitalradar.search.models import LeadingSearch
from digitalradar.search.queries.counted import SHOWN_FROM, searches_leading_to

from ..models import FactUse, GuideFeedback, KnowledgePage
from ..search_source import KINDS

RECENT_DAYS, YEAR_DAYS = 30, 365


@dataclass(frozen=True)
class PageFigures:
    """What is counted about one page; openings are no people: who comes twice counts twice."""

    page: KnowledgePage
    opened_recently: int = 0
    opened_in_a_year: int = 0
    helpful: int = 0
    not_helpful: int = 0
    comments: int = 0
    searches: int = 0
    changed_facts: list[str] = field(default_factory=list)

    @property
    def helpful_share(self) -> int | None:
        """Percent of answers that say yes; None without answers."""
        answers = self.helpful + self.not_helpful
        return round(100 * self.helpful / answers) if answers else None


def figures(pages: Iterable[KnowledgePage]) -> list[PageFigures]:
    """Return the figures of pages, the most opened first; a constant number of queries."""
    pages = list(pages)
    recently, in_a_year = opened_since(RECENT_DAYS), opened_since(YEAR_DAYS)
    answers = {row["page"]: row for row in _answers()}
    searches = _searches()
    facts = changed_facts()
    found = [
        PageFigures(
            page,
            recently[page_tag(page.pk)],
            in_a_year[page_tag(page.pk)],
            answers.get(page.pk, {}).get("yes", 0),
            answers.get(page.pk, {}).get("no", 0),
            answers.get(page.pk, {}).get("comments", 0),
            searches[search_key(page)],
            facts.get(page.pk, []),
        )
        for page in pages
    ]
    return sorted(found, key=lambda row: (-row.opened_recently, -row.opened_in_a_year, row.page.title))


def opened_since(days: int) -> Counter[str]:
    """Return how often each page was opened in the last days, by the key under which visits are counted."""
    rows = PageVisits.objects.filter(day__gt=localdate() - timedelta(days=days), key__startswith="page:")
    return Counter(dict(rows.values_list("key").annotate(Sum("count")).order_by()))


def opened_by_month(page: Page) -> list[tuple[date, int]]:
    """Return month and number of openings, the newest first."""
    rows = PageVisits.objects.filter(key=page_tag(page.pk)).annotate(month=TruncMonth("day"))
    return list(rows.values_list("month").annotate(Sum("count")).order_by("-month"))


def searches_of(page: KnowledgePage) -> list[LeadingSearch]:
    """Return what people had searched for who came to a page; each at least twice."""
    kind, key, language = search_key(page)
    return [row for row in searches_leading_to(kind, key) if row.language == language]


def search_key(page: KnowledgePage) -> tuple[str, str, str]:
    """Return kind, key and language under which the search knows a page."""
    return KINDS[type(page)], page.identifier or page.slug, page.locale.language_code


def changed_facts() -> dict[int, list[str]]:
    """Return for each page the facts that are not any more what they were when it was published."""
    changed: dict[int, list[str]] = {}
    for use in FactUse.objects.select_related("fact").order_by("fact__order", "fact_id"):
        if use.seen != use.fact.digest:
            changed.setdefault(use.page_id, []).append(use.fact_id)
    return changed


def _answers() -> Iterable[dict[str, int]]:
    return GuideFeedback.objects.values("page").annotate(
        yes=Count("pk", filter=Q(is_helpful=True)),
        no=Count("pk", filter=Q(is_helpful=False)),
        comments=Count("pk", filter=~Q(comment="")),
    )


def _searches() -> Counter[tuple[str, str, str]]:
    rows = LeadingSearch.objects.filter(count__gte=SHOWN_FROM).values_list("kind", "key", "language")
    return Counter({row[:3]: row[3] for row in rows.annotate(Sum("count")).order_by()})
