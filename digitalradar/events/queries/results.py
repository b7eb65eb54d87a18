"""What participants said afterwards, for the host: figures and words only from a number of answers on."""

from collections import Counter
from dataclasses import dataclass, field

from ..models import FollowUp, Occurrence

FLOOR = 5
"""Fewer answers could be traced to people whom the host met that day."""


@dataclass(frozen=True)
class Results:
    """``count`` answers; everything else is empty below the floor."""

    count: int
    ratings: list[tuple[int, int]] = field(default_factory=list)
    helped: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    @property
    def is_shown(self) -> bool:
        return self.count >= FLOOR

    @property
    def mean(self) -> float | None:
        """The middle of the ratings from 1 to 5."""
        return sum(rating * count for rating, count in self.ratings) / self.count if self.is_shown else None


def feedback_results(occurrence: Occurrence) -> Results:
    """Return what was answered right after a date; the words in the order of the alphabet, not of arrival."""
    answers = list(occurrence.feedback.all())
    if len(answers) < FLOOR:
        return Results(len(answers))
    ratings = Counter(answer.rating for answer in answers)
    return Results(
        len(answers),
        [(rating, ratings[rating]) for rating in range(5, 0, -1)],
        sorted(answer.helped for answer in answers if answer.helped.strip()),
        sorted(answer.missing for answer in answers if answer.missing.strip()),
    )


@dataclass(frozen=True)
class Outcomes:
    """What became of it some months later."""

    count: int
    outcomes: list[tuple[str, int]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def follow_up_results(occurrence: Occurrence) -> Outcomes:
    """Return what was answered months later, by the same floor."""
    answers = list(occurrence.follow_ups.all())
    if len(answers) < FLOOR:
        return Outcomes(len(answers))
    counted = Counter(answer.outcome for answer in answers)
    named = [(str(outcome.label), counted[outcome.value]) for outcome in FollowUp.Outcome]
    return Outcomes(len(answers), named, sorted(answer.text for answer in answers if answer.text.strip()))
