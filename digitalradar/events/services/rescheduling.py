"""Move a date to another time or place, or call it off. The row and its UID stay; calendars learn of it (I-13)."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import now
from django.utils.translation import gettext as _

from digitalradar.accounts.models import User
from digitalradar.core.errors import DomainError

from .. import emails
from ..checks import check
from ..models import Booking, Occurrence, Offer, Registration
from ..rules.clock import moved_along
from .log import note
from .places import lock

MOVED_ALONG = ("starts_at", "ends_at", "closes_at")
CONCERNED = (Booking.State.CONFIRMED, Booking.State.OFFERED, Booking.State.WAITING)
"""Who hears of it. Who has not confirmed their address yet reads it when they do."""


def concerned(occurrence: Occurrence) -> QuerySet[Registration]:
    """Return the registrations whose people have, are offered or wait for a place."""
    booked = Booking.objects.filter(offer__occurrence=occurrence, state__in=CONCERNED)
    return occurrence.registrations.filter(pk__in=booked.values("registration")).select_related("person")


@transaction.atomic
def move(
    *,
    occurrence: Occurrence,
    starts_at: datetime,
    ends_at: datetime,
    place: Mapping[str, Any] | None = None,
    by: User | None = None,
) -> int:
    """Give a published date a new time or place; offers with times of their own move along; return how many are told.

    ``place`` are the fields mode, place, room and online_url. Nothing to change changes nothing.
    Side effects: one mail to each person concerned, an entry in the log.

    Raises:
        DomainError: it is a draft, cancelled, closed or has begun, or the new time is over already;
            or a check of its format says no.
    """
    locked = lock(occurrence.pk)
    if locked.state != Occurrence.State.PUBLISHED or locked.has_begun:
        raise DomainError(_("Verschieben lässt sich nur ein veröffentlichter Termin, der noch nicht begonnen hat."))
    if starts_at <= now():
        raise DomainError(_("Der neue Beginn liegt in der Vergangenheit."))
    wanted = {"starts_at": starts_at, "ends_at": ends_at, **(place or {})}
    changed = sorted(name for name, value in wanted.items() if getattr(locked, name) != value)
    if not changed:
        return 0
    if locked.starts_at != starts_at:
        locked.previous_starts_at = locked.starts_at
        move_offers(locked, starts_at)
    for name in changed:
        setattr(locked, name, wanted[name])
    locked.sequence += 1
    locked.save(update_fields=[*changed, "previous_starts_at", "sequence", "changed_at"])
    check(locked)
    note(locked, "occurrence.moved", by=by, fields=", ".join(changed), sequence=locked.sequence)
    return _tell(locked, emails.occurrence_moved)


@transaction.atomic
def call_off(*, occurrence: Occurrence, reason: str, by: User | None = None) -> int:
    """Cancel a date and return how many are told; a second time tells nobody.

    Bookings stay as they are: they say who had planned to come.
    Side effects: one mail to each person concerned, an entry in the log.

    Raises:
        DomainError: it is a draft, closed or over.
    """
    locked = lock(occurrence.pk)
    if locked.state == Occurrence.State.CANCELLED:
        return 0
    if locked.state != Occurrence.State.PUBLISHED or locked.is_over:
        raise DomainError(_("Absagen lässt sich nur ein veröffentlichter Termin, der noch nicht vorbei ist."))
    locked.state, locked.cancel_reason = Occurrence.State.CANCELLED, reason
    locked.sequence += 1
    locked.save(update_fields=["state", "cancel_reason", "sequence", "changed_at"])
    note(locked, "occurrence.cancelled", by=by, sequence=locked.sequence)
    return _tell(locked, emails.occurrence_cancelled)


def tell_of_times(occurrence: Occurrence, offers: Collection[Offer]) -> int:
    """Tell those who have, are offered or wait for a place in offers that got other times; return how many.

    Calendars learn of it with the mail (I-13). Of a date that is no more to come nobody hears anything.
    """
    if occurrence.state != Occurrence.State.PUBLISHED or occurrence.has_begun or not offers:
        return 0
    booked = Booking.objects.filter(offer__in=offers, state__in=CONCERNED)
    return _tell_all(occurrence, concerned(occurrence).filter(pk__in=booked.values("registration")), emails.changed)


def move_offers(occurrence: Occurrence, starts_at: datetime) -> None:
    """Move what lies within the date; when sign-up opens is another matter. Kept pages follow with the date itself."""
    along = {"before": occurrence.starts_at, "after": starts_at, "zone": occurrence.zone}
    offers = list(occurrence.offers.all())
    for offer in offers:
        for name in MOVED_ALONG:
            if moment := getattr(offer, name):
                setattr(offer, name, moved_along(moment, **along))
    Offer.objects.bulk_update(offers, MOVED_ALONG)


def _tell(occurrence: Occurrence, mail: Any) -> int:
    return _tell_all(occurrence, concerned(occurrence), mail)


def _tell_all(occurrence: Occurrence, registrations: QuerySet[Registration], mail: Any) -> int:
    told = list(registrations)
    for registration in told:
        registration.occurrence = occurrence
        mail(registration)
    return len(told)
