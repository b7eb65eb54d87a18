"""Public groups for lists and pages; the same number of queries however many there are."""

from collections.abc import Iterable

from django.db.models import QuerySet

from digitalradar.events.models import Occurrence

from ..models import FocusGroup, Impulse


def public_groups() -> QuerySet[FocusGroup]:
    """Return all groups that everybody may see: running ones first."""
    return (
        FocusGroup.objects.public()
        .select_related("series")
        .prefetch_related("topic_fields")
        .order_by("-state", "title", "pk")
    )


def find_group(slug: str) -> FocusGroup | None:
    """Return a public group with all that its page shows."""
    rows = FocusGroup.objects.public().select_related("series", "moderator", "moderator__photo")
    return rows.prefetch_related("topic_fields", "moderator__photo__renditions").filter(slug=slug).first()


def next_session_of_each(groups: Iterable[FocusGroup]) -> dict[int, Occurrence]:
    """Return the next session of each group by the id of its series; one query."""
    dates = Occurrence.objects.to_come().filter(series__in=[group.series_id for group in groups])
    found: dict[int, Occurrence] = {}
    for session in dates.order_by("starts_at", "pk"):
        found.setdefault(session.series_id, session)
    return found


def released_impulses(group: FocusGroup) -> QuerySet[Impulse]:
    """Return the talks whose material everybody may see."""
    return group.impulses.released().select_related("document", "session")


def impulses_of(group: FocusGroup) -> QuerySet[Impulse]:
    """Return all talks, as members see them."""
    return group.impulses.select_related("document", "session")
