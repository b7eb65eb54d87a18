"""Who was there, as far as anybody knows."""

from django.db.models import Exists, OuterRef, QuerySet

from ..models import Booking, Registration
from ..models.booking import State

WITH_PLACE = (State.CONFIRMED, State.NO_SHOW)


def participants() -> QuerySet[Registration]:
    """Return the registrations of people who can be written to and were at their date.

    Where somebody was checked in, that decides. Where nobody was, as in small rounds, all who had a place count.
    """
    own = Booking.objects.filter(registration=OuterRef("pk"))
    anybody = Booking.objects.filter(offer__occurrence=OuterRef("occurrence"), state=State.ATTENDED)
    came = Exists(own.filter(state=State.ATTENDED))
    had_place = Exists(own.filter(state__in=WITH_PLACE)) & ~Exists(anybody)
    return Registration.objects.filter(came | had_place, person__isnull=False, erased_at=None)


def was_there(registration: Registration) -> bool:
    """Tell whether somebody may say afterwards how it was."""
    return participants().filter(pk=registration.pk).exists()
