"""What stands on the page of a session in place of the sign-up: sessions are for the members of their group."""

from typing import Any

from django.urls import reverse

from digitalradar.events.models import Occurrence

from ..models import FocusGroup
from .groups import foreign, joining


def members_only(occurrence: Occurrence) -> dict[str, Any] | None:
    """Return the way to the group and whether one can join; None for dates that belong to no group.

    The sessions of a group that is still a draft are nobody's yet, but not everybody's either.
    """
    group = _group_of(occurrence)
    if group is None:
        return None
    is_public = group.state != FocusGroup.State.DRAFT
    return {
        "lang": foreign(),
        "joining": joining(group),
        "url": _page_of(group),
        "link_url": reverse("focusgroups:link", args=[group.slug]) if is_public else "",
    }


def way_in(occurrence: Occurrence) -> str | None:
    """Return the page of the group to which a session belongs."""
    group = _group_of(occurrence)
    return _page_of(group) if group else None


def of_groups(occurrences: list[Occurrence]) -> set[int]:
    """Return the ids of the dates that are sessions of a group; one query."""
    series = {occurrence.series_id for occurrence in occurrences} - {None}
    taken = set(FocusGroup.objects.filter(series__in=series).values_list("series_id", flat=True)) if series else set()
    return {occurrence.pk for occurrence in occurrences if occurrence.series_id in taken}


def _page_of(group: FocusGroup) -> str:
    """Return the page of a group; a draft has none, and all the others stand on the list."""
    if group.state == FocusGroup.State.DRAFT:
        return reverse("focusgroups:overview")
    return reverse("focusgroups:group", args=[group.slug])


def _group_of(occurrence: Occurrence) -> FocusGroup | None:
    return FocusGroup.objects.filter(series=occurrence.series_id).first() if occurrence.series_id else None
