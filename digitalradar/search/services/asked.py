"""Count what is searched for, without anybody who searches."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F, Model
from django.utils.timezone import localdate

from ..models import Document, LeadingSearch, UnansweredSearch
from ..rules import may_be_kept, normalised

KEPT_DAYS = 365
SINGLE_DAYS = 30  # a query that never came again
MOST_ROWS = 20_000  # of each table: whoever sends nonsense by the thousand fills no disk


def note_unanswered(query: str, language: str) -> bool:
    """Count a query that found nothing; return whether it was kept (see :mod:`search.rules`)."""
    return _count(UnansweredSearch, normalised(query), language=language)


def note_leading(query: str, document: Document) -> bool:
    """Count that a query led somebody to a page; return whether it was kept."""
    return _count(LeadingSearch, normalised(query), kind=document.kind, key=document.key, language=document.language)


@transaction.atomic
def _count(model: type[Model], query: str, **identity: str) -> bool:
    if not may_be_kept(query):
        return False
    rows = model.objects.filter(query=query, **identity)
    today = localdate()
    if rows.update(count=F("count") + 1, last_seen=today):
        return True
    if model.objects.count() >= MOST_ROWS:
        return False
    model.objects.bulk_create([model(query=query, **identity, last_seen=today)], ignore_conflicts=True)
    rows.update(count=F("count") + 1)
    return True


def forget_old_searches() -> int:
    """Delete counts whose query has not come for a year, or came once a month ago; return how many."""
    year, month = (localdate() - timedelta(days=days) for days in (KEPT_DAYS, SINGLE_DAYS))
    deleted = 0
    for model in (UnansweredSearch, LeadingSearch):
        for rows in (model.objects.filter(last_seen__lt=year), model.objects.filter(count=1, last_seen__lt=month)):
            deleted += rows.delete()[0]
    return deleted
