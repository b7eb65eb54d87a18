"""Dates for lists, narrowed by what readers ask for; the same number of queries however many there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db.models import F, QuerySet
from django.utils.timezone import get_current_timezone, localdate, now

from digitalradar.search.queries.search import search
from digitalradar.topics.models import TopicField

from ..kinds import kinds
from ..models import Occurrence

PER_PAGE = 20
LONGEST_TEXT, MOST_FOUND = 200, 500
FIRST_YEAR, LAST_YEAR = 2000, 2100
MOST_AHEAD = 100  # dates are looked through for the next one of some topics


@dataclass(frozen=True)
class Asked:
    """What an address asks for; what cannot be understood is left out. ``month`` is the first day of a month."""

    text: str = ""
    kind: str = ""
    topic: str = ""
    town: str = ""
    online: bool = False
    month: date | None = None
    page: int = 1

    @classmethod
    def of(cls, sent: Mapping[str, str]) -> "Asked":
        page = sent.get("seite", "")
        return cls(
            text=" ".join(sent.get("q", "").split())[:LONGEST_TEXT],
            kind=sent.get("format", "") if sent.get("format", "") in kinds() else "",
            topic=sent.get("thema", "")[:40],
            town=sent.get("ort", "")[:80],
            online=sent.get("online", "") == "ja",
            month=month_of(sent.get("monat", "")),
            page=int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 1,
        )

    @property
    def is_narrowed(self) -> bool:
        return replace(self, month=None, page=1) != Asked()


@dataclass(frozen=True)
class Choices:
    """By what the dates to come can be narrowed: only what some date has."""

    kinds: dict[str, str] = field(default_factory=dict)
    topics: dict[str, str] = field(default_factory=dict)
    towns: tuple[str, ...] = ()


def month_of(text: str) -> date | None:
    """Return the first day of a month written like "2026-12", or None."""
    year, _dash, month = text.partition("-")
    if not (text.isascii() and year.isdigit() and month.isdigit() and len(text) == len("2026-12")):
        return None
    if FIRST_YEAR <= int(year) <= LAST_YEAR and 1 <= int(month) <= 12:
        return date(int(year), int(month), 1)
    return None


def to_come(asked: Asked) -> QuerySet[Occurrence]:
    """Return what has not ended, also what is cancelled: whoever looks for it has to learn so."""
    return narrowed(with_all(Occurrence.objects.public().filter(ends_at__gt=now())), asked)


def over(asked: Asked) -> QuerySet[Occurrence]:
    """Return what took place, the latest first."""
    past = Occurrence.objects.over().exclude(state=Occurrence.State.CANCELLED)
    return narrowed(with_all(past), asked).order_by("-starts_at", "-pk")


def of_month(asked: Asked) -> QuerySet[Occurrence]:
    """Return what begins in the weeks that the month asked for is shown with."""
    first, last = weeks_around(asked.month or localdate())
    begin, end = (datetime.combine(day, time.min, get_current_timezone()) for day in (first, last + timedelta(days=1)))
    return narrowed(with_all(Occurrence.objects.public().filter(starts_at__gte=begin, starts_at__lt=end)), asked)


def weeks_around(month: date) -> tuple[date, date]:
    """Return the Monday on or before the first day of a month and the Sunday on or after its last."""
    first = month.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday())


def narrowed(dates: QuerySet[Occurrence], asked: Asked) -> QuerySet[Occurrence]:
    """Return those that fit everything asked for."""
    if asked.kind:
        dates = dates.filter(kind=asked.kind)
    if asked.topic:
        dates = dates.filter(topic_fields=asked.topic)
    if asked.town:
        dates = dates.filter(place__town=asked.town)
    if asked.online:
        dates = dates.exclude(mode=Occurrence.Mode.ON_SITE)
    return dates.filter(uid__in=_found(asked.text)) if asked.text else dates


def with_all(dates: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
    """Fetch what a row of a list shows."""
    return dates.select_related("place").prefetch_related("offers")


def choices() -> Choices:
    """Return what dates to come can be narrowed by; two queries."""
    ahead = Occurrence.objects.public().filter(ends_at__gt=now())
    pairs = list(ahead.order_by().values_list("kind", "place__town").distinct())
    topics = TopicField.objects.filter(occurrences__in=ahead).distinct().order_by("order")
    used = {kind for kind, _town in pairs}
    return Choices(
        kinds={kind.id: kind.title for kind in kinds().values() if kind.id in used},
        topics={topic.pk: topic.local_title for topic in topics},
        towns=tuple(sorted({town for _kind, town in pairs if town})),
    )


def ahead_on_topic(topic: str, count: int = 5) -> list[Occurrence]:
    """Return the next dates of a topic field that take place and have not begun."""
    ahead = Occurrence.objects.to_come().filter(starts_at__gt=now(), topic_fields=topic)
    return list(ahead.select_related("place")[:count])


def next_ahead(count: int) -> list[Occurrence]:
    """Return the next dates that take place and have not begun; one query."""
    return list(Occurrence.objects.to_come().filter(starts_at__gt=now()).select_related("place")[:count])


def next_by_topic(topics: Iterable[str]) -> dict[str, Occurrence]:
    """Return for each topic field the next date that takes place and has not begun; one query, none without topics."""
    wanted = set(topics)
    if not wanted:
        return {}
    ahead = Occurrence.objects.to_come().filter(starts_at__gt=now(), topic_fields__in=wanted)
    found: dict[str, Occurrence] = {}
    for occurrence in ahead.annotate(topic=F("topic_fields")).defer("description")[:MOST_AHEAD]:
        found.setdefault(occurrence.topic, occurrence)
    return found


def ahead_of_kind(kind: str) -> list[Occurrence]:
    """Return all dates of a format that have not ended."""
    return list(with_all(Occurrence.objects.public().filter(kind=kind, ends_at__gt=now())))


def latest_of_kind(kind: str, count: int = 5) -> list[Occurrence]:
    """Return the last dates of a format that took place."""
    past = Occurrence.objects.over().exclude(state=Occurrence.State.CANCELLED).filter(kind=kind)
    return list(with_all(past).order_by("-starts_at", "-pk")[:count])


def next_turn() -> datetime | None:
    """Return when a list of dates to come changes by itself: one appears, begins or ends, or its sign-up does."""
    shown = Occurrence.objects.exclude(state=Occurrence.State.DRAFT).filter(ends_at__gt=now()).order_by()
    moments = shown.values_list("publish_at", "starts_at", "ends_at", "offers__opens_at", "offers__closes_at")
    return soonest(moment for row in moments for moment in row)


def soonest(moments: Iterable[datetime | None]) -> datetime | None:
    """Return the first of these moments that is still to come."""
    return min((moment for moment in moments if moment and moment > now()), default=None)


def _found(text: str) -> set[str]:
    """Return the uids of what the portal's search finds, whichever language a date is held in."""
    return {
        hit.document.key
        for language, _name in settings.LANGUAGES
        for hit in search(text, language=language, kinds=("event",), per_page=MOST_FOUND).hits
    }
