"""The deadlines that come next, from all published guides."""

from dataclasses import dataclass
from datetime import date

from ..models import Deadline
from .references import FALLBACK

READ = 40  # rows looked at: several guides name the same deadline, and most in two languages


@dataclass(frozen=True)
class NextDeadline:
    """A deadline, the guide that explains it, and as of when it was checked. ``language`` is that of the text."""

    date: date
    text: str
    guide: str
    as_of: date
    language: str


def next_deadlines(language: str, today: date, count: int) -> list[NextDeadline]:
    """Return the nearest deadlines from today on, each once however many guides name it; one query.

    Words are German where no guide in ``language`` names a deadline.
    """
    languages = {language, FALLBACK}
    rows = Deadline.objects.filter(
        date__gte=today, page__live=True, page__locale__language_code__in=languages, page__guidepage__isnull=False
    ).values_list(
        "date", "text", "page__guidepage__identifier", "page__guidepage__as_of", "page__locale__language_code", "fact"
    )
    found: dict[tuple[date, str], NextDeadline] = {}
    for row in sorted(rows.order_by("date", "pk")[:READ], key=lambda row: row[4] != language):
        due = NextDeadline(*row[:5])
        found.setdefault((due.date, row[5] or due.text), due)
    return sorted(found.values(), key=lambda due: due.date)[:count]
