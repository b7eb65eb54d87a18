"""Find what is kept while somebody fills in the form."""

from digitalradar.core.tokens import TOKEN_PATTERN, hash_token
from digitalradar.events.models import Booking, Occurrence, Registration


def find_hold(occurrence: Occurrence, token: str) -> Registration | None:
    """Return the shell of a registration that a token leads to, with what it holds; None: gone, or signed up."""
    if not TOKEN_PATTERN.fullmatch(token):
        return None
    shells = Registration.objects.filter(occurrence=occurrence, person=None, name="", erased_at=None)
    found = shells.filter(token_hash=hash_token(token), confirmed_at=None).first()
    if found is not None:
        found.occurrence = occurrence
    return found


def held(shell: Registration) -> list[Booking]:
    """Return what is still kept for it, in the order of the timetable."""
    own = Booking.objects.filter(registration=shell, state=Booking.State.HELD)
    return list(own.select_related("offer__round__station", "offer__round__slot").order_by("offer__starts_at", "pk"))
