"""What is stored about people and firms, why, and when it goes. Apps register each kind; the back office shows them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q, QuerySet
from django.utils.functional import Promise
from django.utils.timezone import now

SOON = timedelta(days=30)


@dataclass(frozen=True)
class Figures:
    """How many there are, since when the oldest, and how many go within :data:`SOON` (None: they follow others)."""

    count: int
    oldest: datetime | None = None
    due: int | None = None


@dataclass(frozen=True)
class Kind:
    """One kind of stored data in words for staff; ``clock`` says how long it is kept, ``remains`` what stays after."""

    name: str | Promise
    purpose: str | Promise
    clock: Callable[[], str]
    remains: str | Promise
    figures: Callable[[], Figures]
    order: int = 50


_kinds: list[Kind] = []


def register(kind: Kind) -> None:
    """Add a kind of data, once, from an app's ``AppConfig.ready``."""
    _kinds.append(kind)


def kinds() -> list[Kind]:
    """Return the registered kinds in their order."""
    return sorted(_kinds, key=lambda kind: kind.order)


def count(rows: QuerySet, *, since: str, until: str = "", window: timedelta = timedelta()) -> Figures:
    """Return the figures of some rows with one query.

    ``since`` names the field that says when a row came, ``until`` the one by which it goes: at that time itself, or
    ``window`` after it. Without ``until`` nothing falls due by itself.
    """
    due = Count("pk", filter=Q(**{f"{until}__lte": now() + SOON - window})) if until else Count("pk", filter=Q(pk=None))
    told = rows.order_by().aggregate(count=Count("pk"), oldest=Min(since), due=due)
    return Figures(told["count"], told["oldest"], told["due"] if until else None)
