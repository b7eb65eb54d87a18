"""What editors read about searches."""

from ..models import LeadingSearch, UnansweredSearch

SHOWN_FROM = 2  # a query is shown once it has come a second time


def searches_leading_to(kind: str, key: str, limit: int = 20) -> list[LeadingSearch]:
    """Return the queries that led to a page, the most frequent first; each came at least twice."""
    rows = LeadingSearch.objects.filter(kind=kind, key=key, count__gte=SHOWN_FROM)
    return list(rows.order_by("-count", "query")[:limit])


def unanswered_searches():
    """Return the queries without hits that editors see."""
    return UnansweredSearch.objects.filter(count__gte=SHOWN_FROM)
