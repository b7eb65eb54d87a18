"""What hosts do for single people: let them go first, confirm for them, send them their link again."""

from django.db.models import Max
from django.utils.translation import gettext as _

from digitalradar.accounts.models import User
from digitalradar.core.errors import DomainError

from .. import emails
from ..models import Booking, Registration
from ..models.booking import ACTIVE, State
from .confirming import confirm
from .log import note
from .places import locked
from .waiting_list import fresh, promote


def prefer(booking: Booking, *, by: User | None = None) -> Booking:
    """Put somebody first on the waiting list; the log says who did it. Free places are given away as always.

    Raises:
        DomainError: they do not wait any more.
    """
    with locked(booking.offer.occurrence_id) as date:
        current = fresh(date, booking)
        if current.state != State.WAITING:
            raise DomainError(_("Diese Person steht nicht mehr auf der Warteliste."))
        waiting = Booking.objects.filter(offer=current.offer_id, state=State.WAITING)
        highest = waiting.exclude(pk=current.pk).aggregate(Max("priority"))["priority__max"]
        if highest is not None and highest >= current.priority:
            date.move(current, State.WAITING, priority=highest + 1)
            note(date.occurrence, "booking.preferred", current, by=by, priority=current.priority)
        promote(date, date.offers[current.offer_id])
    return current


def confirm_for(registration: Registration, *, by: User | None = None) -> list[Booking]:
    """Confirm a sign-up in place of the person, for example after a call; the log marks it.

    Raises:
        PlaceRefused: as :func:`confirming.confirm`.
    """
    bookings = confirm(registration)
    note(registration.occurrence, "registration.confirmed_by_host", bookings[0], by=by)
    return bookings


def send_link_again(registration: Registration, *, by: User | None = None) -> None:
    """Send somebody the link to their page again; at most once an hour.

    Raises:
        DomainError: there is no address, or nothing of the registration counts any more.
    """
    if registration.person is None:
        raise DomainError(_("Zu dieser Anmeldung gibt es keine E-Mail-Adresse."))
    if not registration.bookings.filter(state__in=ACTIVE).exists():
        raise DomainError(_("Diese Anmeldung ist abgesagt oder verfallen."))
    emails.already_registered(registration)
    note(registration.occurrence, "registration.link_sent", by=by, registration=registration.pk)
