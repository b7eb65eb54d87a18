"""The tags of the page cache for groups (docs/explanation/page-cache.md)."""

from digitalradar.core.page_cache import forget
from digitalradar.core.page_cache.following import follow
from digitalradar.events.cache_tags import event_tag
from digitalradar.events.models import Occurrence

from .models import Citation, Contribution, FocusGroup, Impulse

GROUPS = "focus-groups"  # what lists groups
CITATIONS = "focus-group-citations"  # what guides show of groups


def group_tag(pk: int | None) -> str:
    """Return the tag of one group: its page, and what tells as much of it."""
    return f"focus-group:{pk}"


def connect() -> None:
    """Forget what shows a group as soon as it, or something that belongs to it, is changed."""
    follow(FocusGroup, lambda group: [GROUPS, CITATIONS, group_tag(group.pk), *_of_sessions(group)])
    follow(Impulse, lambda impulse: [group_tag(impulse.group_id)])
    follow(Contribution, lambda contribution: [group_tag(contribution.group_id), CITATIONS])
    follow(Citation, lambda citation: [CITATIONS])


def _of_sessions(group: FocusGroup) -> list[str]:
    """Pages of sessions say whether one can join the group."""
    return [event_tag(pk) for pk in Occurrence.objects.filter(series=group.series_id).values_list("pk", flat=True)]


def forget_group(group_id: int) -> None:
    """Let no page show anything of a group any more as it was: after changes that signals do not tell."""
    forget(GROUPS, group_tag(group_id))
