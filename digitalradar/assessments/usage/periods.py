"""Months and quarters."""

from dataclasses import dataclass
from datetime import date

MONTHS_PER_QUARTER = 3


def first_of_month(day: date) -> date:
    return day.replace(day=1)


def add_months(month: date, count: int) -> date:
    """Return the first day of the month ``count`` months after that of ``month``; ``count`` may be negative."""
    years, rest = divmod(month.year * 12 + month.month - 1 + count, 12)
    return date(years, rest + 1, 1)


@dataclass(frozen=True, order=True)
class Quarter:
    """A calendar quarter; ``number`` is 1 to 4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        return cls(day.year, (day.month - 1) // MONTHS_PER_QUARTER + 1)

    @property
    def first_month(self) -> date:
        return date(self.year, (self.number - 1) * MONTHS_PER_QUARTER + 1, 1)

    @property
    def months(self) -> tuple[date, ...]:
        return tuple(add_months(self.first_month, place) for place in range(MONTHS_PER_QUARTER))

    @property
    def next(self) -> "Quarter":
        return Quarter.of(add_months(self.first_month, MONTHS_PER_QUARTER))


@dataclass(frozen=True)
class Period:
    """Whole months from ``first`` to ``last``, both included, each named by its first day."""

    first: date
    last: date

    @property
    def end(self) -> date:
        """The first day that no longer belongs to it."""
        return add_months(self.last, 1)

    @property
    def months(self) -> list[date]:
        months, month = [], self.first
        while month <= self.last:
            months.append(month)
            month = add_months(month, 1)
        return months

    def closed_quarters(self, today: date) -> list[Quarter]:
        """Return the quarters that lie completely inside and were over before ``today``."""
        quarters = sorted({Quarter.of(month) for month in self.months})
        inside = [one for one in quarters if self.first <= one.first_month and one.next.first_month <= self.end]
        return [one for one in inside if one.next.first_month <= today]
