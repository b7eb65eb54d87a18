"""What the page behind a private link reads."""

from django.db.models import QuerySet

from digitalradar.core.tokens import TOKEN_PATTERN, hash_token

from ..models import Booking, Registration
from .pages import remembered_event


def find_registration(token: str) -> Registration | None:
    """Return the registration that a secret opens; one that was erased is opened by nothing any more."""
    if not TOKEN_PATTERN.fullmatch(token):
        return None
    found = Registration.objects.filter(token_hash=hash_token(token), erased_at=None, person__isnull=False)
    registration = found.select_related("person").first()
    if registration is not None and (occurrence := remembered_event(registration.occurrence_id)):
        registration.occurrence = occurrence
    return registration


def bookings_of(registration: Registration) -> QuerySet[Booking]:
    """Return all bookings with what they are for, in the order of the programme."""
    own = Booking.objects.filter(registration=registration).exclude(state=Booking.State.HELD)
    return own.select_related("offer").order_by("offer__starts_at", "offer__order", "pk")


def own_bookings(registration: Registration) -> list[Booking]:
    """Return the same, read; what they are for knows the date that the registration knows."""
    bookings = list(bookings_of(registration))
    for booking in bookings:
        booking.offer.occurrence = registration.occurrence
    return bookings
