"""A small region in memory: companies that come, go, change and move, and releases with a given rule."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from digitalradar.assessments.benchmark import Action, FrozenSet, Past, cells_of, decide, kept_after, snapshot
from digitalradar.assessments.benchmark.plain_rule import plain_decisions, small_rests

from .attacker import Publication, Unknown, fewest_companies

DIMENSION = "overall"
CHANGES, COMPANIES = 5, 10


@dataclass
class Company:
    """One contributor with one value; ``value`` is made up and never repeats."""

    key: tuple[str, str, str]
    value: int
    since: int | None = None
    kept: dict[str, int] = field(default_factory=dict)
    before: dict = field(default_factory=dict)
    was_released: bool = False
    is_in: bool = True


class Region:
    """Does with its companies what the services do with rows, and hands each publication to the attacker."""

    def __init__(self, rule: Callable = decide) -> None:
        self.companies: dict[int, Company] = {}
        self.past: dict[tuple[str, str, str], Past] = {}
        self.publications: list[Publication] = []
        self.decisions: dict = {}
        self.release_number = 0
        self._rule = rule
        self._values = 0

    def join(self, *key: str, n: int = 1) -> list[int]:
        """Let companies with this profile join; return their numbers."""
        numbers = []
        for _ in range(n):
            self._values += 1
            numbers.append(len(self.companies))
            self.companies[numbers[-1]] = Company(key, self._values)
        return numbers

    def leave(self, *numbers: int) -> None:
        """Companies withdraw their consent; they may come back."""
        for company in (self.companies[number] for number in numbers):
            company.was_released = company.was_released or company.since is not None or bool(company.before)
            company.is_in, company.since, company.kept, company.before = False, None, {}, {}

    def come_back(self, *numbers: int) -> None:
        """Companies give the same values again."""
        for company in (self.companies[number] for number in numbers):
            company.is_in = True
            if company.was_released:
                company.before = snapshot(company.key, {DIMENSION: company.value}, 0, {})
                company.kept = kept_after(company.before, company.key, {DIMENSION: company.value})

    def change(self, *numbers: int, value: int | None = None, key: tuple[str, str, str] | None = None) -> None:
        """Companies change their value (to a new one unless given) or, with ``key``, their profile only."""
        for company in (self.companies[number] for number in numbers):
            if company.since is not None:
                company.before = snapshot(company.key, {DIMENSION: company.value}, company.since, company.kept)
            if key is None:
                self._values += 1
                company.value = self._values if value is None else value
            else:
                company.key = key
            company.since = None
            company.kept = kept_after(company.before, company.key, {DIMENSION: company.value})

    def release(self) -> dict:
        """Make a release; return the decisions."""
        self.release_number += 1
        frozen = FrozenSet()
        members = defaultdict(set)
        for number, company in self.companies.items():
            if not company.is_in:
                continue
            company.since, company.before = company.since or self.release_number, {}
            frozen.add("main", company.key, {DIMENSION: company.value % 101}, company.since, company.kept)
            for cell in filter(None, cells_of(company.key)):
                members[cell].add(Unknown(number, company.value))
        slices = frozen.finished().slices
        cohorts = slices["main", DIMENSION].cohorts if slices else []
        self.decisions = self._rule(cohorts, self.past)
        for cell, decision in self.decisions.items():
            before = self.past.get(cell, Past())
            if decision.is_published:
                assert decision.n == len(members[cell])
                self.past[cell] = Past(decision.n, (*before.releases, self.release_number))
                self.publications.append(Publication(self.release_number, cell, frozenset(members[cell])))
            elif decision.is_hidden:
                self.past[cell] = Past(None, before.releases)
        return self.decisions

    def shown(self) -> set:
        """Return the groups that pages show."""
        return {cell for cell, past in self.past.items() if past.is_shown}

    def gives_away(self) -> int | None:
        """Return the smallest number of companies that can be worked out if that is too few, else None.

        Ten among the groups of one release, five beside everything of all releases.
        """
        for number in range(1, self.release_number + 1):
            together = [item for item in self.publications if item.release == number]
            if (found := fewest_companies(together, COMPANIES)) is not None:
                return found
        return fewest_companies(self.publications, CHANGES)


def plain_rule(cohorts, past) -> dict:
    """Section 12 of the scoring rules and nothing more, to show what the attacker would find without protection."""
    plan = plain_decisions(cohorts, past)
    hidden = {cell: replace(plan[cell], action=Action.HIDE) for cell in small_rests(cohorts)}
    return plan | hidden
