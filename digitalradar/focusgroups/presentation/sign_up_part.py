"""What stands on the page of a session in place of the sign-up: sessions are for the members of their group."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from digitalradar.events.models import Occurrence

from ..models import FocusGroup
from .groups import foreign, joining


def members_only(_request: HttpRequest, occurrence: Occurrence) -> dict[str, Any] | None:
    """Return the group and whether one can join; None for dates that belong to no group."""
    group = _group_of(occurrence)
    if group is None:
        return None
    return {
        "group": group,
        "lang": foreign(),
        "joining": joining(group),
        "url": reverse("focusgroups:group", args=[group.slug]),
        "link_url": reverse("focusgroups:link", args=[group.slug]),
    }


def way_in(occurrence: Occurrence) -> str | None:
    """Return the page of the group to which a session belongs."""
    group = _group_of(occurrence)
    return reverse("focusgroups:group", args=[group.slug]) if group else None


def _group_of(occurrence: Occurrence) -> FocusGroup | None:
    return FocusGroup.objects.public().filter(series=occurrence.series_id).first() if occurrence.series_id else None
