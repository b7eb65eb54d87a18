"""The link with which helpers at the door check guests in without an account."""

from django.db import transaction

from digitalradar.accounts.models import User
from digitalradar.core.tokens import TOKEN_PATTERN, hash_token, new_token

from ..models import Occurrence
from .log import note


@transaction.atomic
def open_desk(*, occurrence: Occurrence, by: User | None = None) -> str:
    """Make a new desk link and return its secret, which is stored only as a hash; an older link ends."""
    token = new_token()
    Occurrence.objects.filter(pk=occurrence.pk).update(checkin_token_hash=hash_token(token))
    note(occurrence, "desk.opened", by=by)
    return token


@transaction.atomic
def shut_desk(*, occurrence: Occurrence, by: User | None = None) -> None:
    """End the desk link of a date."""
    if Occurrence.objects.filter(pk=occurrence.pk).exclude(checkin_token_hash=None).update(checkin_token_hash=None):
        note(occurrence, "desk.shut", by=by)


def date_of_desk(token: str) -> Occurrence | None:
    """Return the date whose guests a desk link checks in, or None."""
    if not TOKEN_PATTERN.fullmatch(token):
        return None
    return Occurrence.objects.filter(checkin_token_hash=hash_token(token)).exclude(state=Occurrence.State.DRAFT).first()
