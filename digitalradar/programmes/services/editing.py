"""Change the working version. Nobody outside sees anything of it before the next release."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from digitalradar.accounts.models import User
from digitalradar.core.errors import DomainError
from digitalradar.events.models import Occurrence
from digitalradar.events.services.log import note
from digitalradar.events.services.places import lock

from ..models import ProgrammeItem, ProgrammeVersion
from ..rules.snapshots import read


def was_released(item: ProgrammeItem) -> bool:
    """Tell whether any version shows the item."""
    versions = ProgrammeVersion.objects.filter(occurrence=item.occurrence_id)
    return any(entry.key == item.uid.hex for version in versions for entry in read(version.data))


@transaction.atomic
def delete_item(*, item: ProgrammeItem, by: User | None = None) -> None:
    """Delete an item that nobody outside has seen.

    Raises:
        DomainError: a released version shows it; it can be cancelled instead.
    """
    date = lock(item.occurrence_id)
    if was_released(item):
        raise DomainError(
            _("Dieser Punkt war schon freigegeben. Setzen Sie seinen Stand auf „fällt aus“, dann erfahren es alle.")
        )
    item.delete()
    note(date, "programme.changed", by=by)


@transaction.atomic
def shift(*, occurrence: Occurrence, by_time: timedelta, by: User | None = None) -> int:
    """Move all items of the working version by the same time, after the date was moved; return how many."""
    date = lock(occurrence.pk)
    count = ProgrammeItem.objects.filter(occurrence=date).update(
        starts_at=F("starts_at") + by_time, ends_at=F("ends_at") + by_time
    )
    note(date, "programme.changed", by=by, items=count)
    return count
