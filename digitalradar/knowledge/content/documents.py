"""What the files hold once they are understood: frozen records with the same keys as the published schemas.

Texts named "prose" are Markdown in canonical form (:mod:`.prose`); all others are plain words without markup. Dates are
dates, ranges are pairs with the lower end first. ``identifier`` is the name of the file and never changes. Who reviewed
a page is no part of a file: a review belongs to the portal on which somebody did it.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Before:
    """A guide whose result is needed first, and why."""

    guide: str
    reason: str


@dataclass(frozen=True)
class Due:
    """A dated deadline and the fact that says so."""

    date: date
    text: str
    fact: str


@dataclass(frozen=True)
class Source:
    """A source beyond those that the facts bring along."""

    title: str
    url: str
    as_of: str | None = None


@dataclass(frozen=True)
class Step:
    """One step; ``text`` is prose."""

    title: str
    who: str
    text: str
    checklist: tuple[str, ...]


@dataclass(frozen=True)
class Balance:
    """A chance, a risk, and what helps against it."""

    chance: str
    risk: str
    remedy: str


@dataclass(frozen=True, kw_only=True)
class Shared:
    """What guides, technology profiles and practice reports have in common."""

    identifier: str
    language: str
    title: str
    slug: str | None = None
    promise: str
    topic_field: str
    dimension: str
    stages: tuple[int, int]
    sectors: tuple[str, ...]
    sizes: tuple[str, ...]
    related: tuple[str, ...]
    keywords: tuple[str, ...]
    author: str | None = None
    version: str | None = None
    published: date
    next_review: date | None = None


@dataclass(frozen=True, kw_only=True)
class Guide(Shared):
    """A guide; the sections from ``for_whom`` on stand in this order on every page."""

    hours: tuple[int, int]
    weeks: tuple[int, int]
    cost_class: str
    prerequisites: tuple[Before, ...]
    terms: tuple[str, ...]
    deadlines: tuple[Due, ...]
    sources: tuple[Source, ...]
    as_of: date
    for_whom: str
    not_for_whom: str
    essentials: tuple[str, ...]
    requirements: str
    example: str
    steps: tuple[Step, ...]
    involvement: str
    balance: tuple[Balance, ...]
    law: str
    costs: str
    measure_of_success: str
    stop_point: str
    mistakes: tuple[str, ...]
    next_steps: str


@dataclass(frozen=True, kw_only=True)
class Technology(Shared):
    """What a technique can do, how far it has come, and how to try it."""

    ripeness: str
    hours: tuple[int, int] | None = None
    weeks: tuple[int, int] | None = None
    cost_class: str | None = None
    terms: tuple[str, ...]
    sources: tuple[Source, ...]
    what_it_does: str
    ripeness_text: str
    who_benefits: str
    effort: str
    risks: str
    first_trial: str


@dataclass(frozen=True, kw_only=True)
class Report(Shared):
    """What a firm did and what came of it, failures included."""

    company: str
    ending: str
    consent: str | None = None
    hours: tuple[int, int] | None = None
    weeks: tuple[int, int] | None = None
    cost_class: str | None = None
    situation: str
    approach: str
    result: str
    failures: str
    lessons: str


@dataclass(frozen=True, kw_only=True)
class Term:
    """A word a reader may not know; ``text`` is one paragraph without markup."""

    identifier: str
    language: str
    term: str
    forms: tuple[str, ...]
    text: str


Document = Guide | Technology | Report | Term
