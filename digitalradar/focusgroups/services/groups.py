"""Groups themselves: found one, change it."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from digitalradar.core.errors import DomainError
from digitalradar.events.models import Series

from ..cache_tags import forget_group
from ..models import FocusGroup
from ..models.group import KIND
from .seats import lock


@transaction.atomic
def found_group(*, slug: str, title: str, rhythm: str = "", is_example: bool = False, **fields: Any) -> FocusGroup:
    """Make a group together with the series of its sessions.

    Raises:
        IntegrityError: there is a group or a series with this slug.
    """
    series = Series.objects.create(kind=KIND, title=title, slug=slug, rhythm=rhythm, is_example=is_example)
    return FocusGroup.objects.create(slug=slug, title=title, series=series, is_example=is_example, **fields)


@transaction.atomic
def change_group(group: FocusGroup, *, rhythm: str) -> FocusGroup:
    """Store a group as a form has changed it, but never its number of members, which others may be changing now.

    Raises:
        DomainError: there are more members than places.
    """
    current = lock(group.pk)
    if group.size_limit < current.seats_taken:
        raise DomainError(
            ngettext(
                "Die Gruppe hat schon %(count)s Mitglied. Weniger Plätze sind nicht möglich.",
                "Die Gruppe hat schon %(count)s Mitglieder. Weniger Plätze sind nicht möglich.",
                current.seats_taken,
            )
            % {"count": current.seats_taken}
        )
    group.seats_taken = current.seats_taken
    group.save()
    Series.objects.filter(pk=group.series_id).update(title=group.title, rhythm=rhythm)
    forget_group(group.pk)
    return group


@transaction.atomic
def delete_group(group: FocusGroup) -> None:
    """Delete a group that nothing has come of yet, with its series.

    Raises:
        DomainError: somebody belongs, belonged or asked to belong to it, or it has sessions: without their group
            everybody could sign up for them.
    """
    group = lock(group.pk)
    series = Series.objects.get(pk=group.series_id)
    if group.memberships.exists() or series.occurrences.exists():
        raise DomainError(
            _("Diese Gruppe hat schon Mitglieder, Anfragen oder Sitzungen. Setzen Sie ihren Stand auf „beendet“.")
        )
    group.delete()
    series.delete()
    forget_group(group.pk)
