"""What a release knows of a group, and what it does with it."""

from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """What happens to a group: the words of the scoring engine."""

    PUBLISH = "publish"
    KEEP = "keep"
    HIDE = "hide"


class Reason(StrEnum):
    """Why."""

    NEW = "new"  # ten companies, not shown so far
    CHANGED = "changed"  # at least five contributions came, went or changed
    FEW_CHANGES = "few_changes"
    TOO_SMALL = "too_small"  # fewer than ten companies
    SMALL_REST = "small_rest"  # the rest of a wider group would be fewer than ten
    PROTECTED = "protected"  # together with other groups, of now or before, it would tell of too few


@dataclass(frozen=True)
class Past:
    """What was published of a group: ``n`` companies (None: it is hidden), and in which releases, in rising order."""

    n: int | None = None
    releases: tuple[int, ...] = ()

    @property
    def is_shown(self) -> bool:
        return self.n is not None


NEVER_PUBLISHED = Past()


@dataclass(frozen=True)
class Decision:
    """What happens to a group that has ``n`` companies now."""

    action: Action
    reason: Reason
    n: int

    @property
    def is_published(self) -> bool:
        return self.action == Action.PUBLISH

    @property
    def is_hidden(self) -> bool:
        return self.action == Action.HIDE
