"""Change what a date says about itself. Time and place of a published one are moved, see :mod:`rescheduling`."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from digitalradar.accounts.models import User
from digitalradar.core.errors import DomainError

from ..checks import check
from ..models import Minutes, Occurrence
from .log import note
from .places import lock
from .rescheduling import move_offers

MOVED = frozenset({"starts_at", "ends_at", "mode", "place", "room", "online_url"})


@transaction.atomic
def change_details(
    *, occurrence: Occurrence, changes: Mapping[str, Any], topic_fields: Any = None, by: User | None = None
) -> Occurrence:
    """Write the fields in ``changes`` and no others, so that what somebody else changed meanwhile stays.

    When a draft begins at another time, offers with times of their own move along.

    Raises:
        DomainError: time or place of a date that is no draft any more, or a check of its format says no.
    """
    locked = lock(occurrence.pk)
    if locked.state != Occurrence.State.DRAFT and MOVED & changes.keys():
        raise DomainError(_("Zeit und Ort eines veröffentlichten Termins ändern Sie mit „Verschieben“."))
    changed = sorted(name for name, value in changes.items() if getattr(locked, name) != value)
    if "starts_at" in changed:
        move_offers(locked, changes["starts_at"])
    for name in changed:
        setattr(locked, name, changes[name])
    if "series" in changed:
        locked.series_day = None  # a day of the old series' rule; the new one may have it already
    if topic_fields is not None and set(topic_fields) != set(locked.topic_fields.all()):
        locked.topic_fields.set(topic_fields)
        changed.append("topic_fields")
    if changed:
        fields = [name for name in changed if name != "topic_fields"]
        locked.save(update_fields=[*fields, "series_day", "changed_at"])
        check(locked)
        note(locked, "occurrence.changed", by=by, fields=", ".join(changed))
    return locked


@transaction.atomic
def save_minutes(*, occurrence: Occurrence, text: str, state: str, by: User | None = None) -> Minutes:
    """Write the minutes of a date; approved ones are never changed again.

    Raises:
        DomainError: they are approved.
    """
    lock(occurrence.pk)  # two hosts, one after the other
    minutes = Minutes.objects.filter(occurrence=occurrence).first() or Minutes(occurrence=occurrence)
    if minutes.state == Minutes.State.APPROVED:
        raise DomainError(_("Dieses Protokoll ist genehmigt und wird nicht mehr geändert."))
    minutes.text, minutes.state = text, state
    minutes.save()
    if state == Minutes.State.APPROVED:
        note(occurrence, "minutes.approved", by=by)
    return minutes
