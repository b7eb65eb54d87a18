"""The tags of the page cache for groups (docs/explanation/page-cache.md)."""

from digitalradar.core.page_cache import forget
from digitalradar.core.page_cache.following import follow

from .models import Citation, Contribution, FocusGroup, Impulse

GROUPS = "focus-groups"  # what lists groups
CITATIONS = "focus-group-citations"  # what guides show of groups


def group_tag(pk: int | None) -> str:
    """Return the tag of one group: its page, and what tells as much of it."""
    return f"focus-group:{pk}"


def connect() -> None:
    """Forget what shows a group as soon as it, or something that belongs to it, is changed."""
    follow(FocusGroup, lambda group: [GROUPS, CITATIONS, group_tag(group.pk)])
    follow(Impulse, lambda impulse: [group_tag(impulse.group_id)])
    follow(Contribution, lambda contribution: [group_tag(contribution.group_id), CITATIONS])
    follow(Citation, lambda citation: [CITATIONS])


def forget_group(group_id: int) -> None:
    """Let no page show anything of a group any more as it was: after changes that signals do not tell."""
    forget(GROUPS, group_tag(group_id))
