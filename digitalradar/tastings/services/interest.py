"""„Das will ich sehen“: count voices, and write once to those who want to be told."""

import base64
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.crypto import salted_hmac
from django.utils.timezone import now
from django.utils.translation import gettext as _

from digitalradar.accounts.models import Person
from digitalradar.accounts.people import forget_if_unknown
from digitalradar.core.errors import DomainError
from digitalradar.core.tokens import TOKEN_BYTES, hash_token
from digitalradar.events.models import Occurrence
from digitalradar.events.queries.places import allowed
from digitalradar.events.services.people import person_of
from digitalradar.mail.services.forgetting import forget_messages

from .. import emails
from ..kind import KIND
from ..models import Interest, Station
from ..queries.timetable import can_be_booked

PURPOSE = "digitalradar.tastings.interest"
LATEST = timedelta(days=365)  # who was not told of a next date by then is forgotten


def may_show_interest(occurrence: Occurrence, at: datetime | None = None) -> bool:
    """Tell whether interest is asked for: as long as nobody can sign up yet, and a while after the end."""
    takes_place = occurrence.state in (Occurrence.State.PUBLISHED, Occurrence.State.CLOSED)
    at = at or now()
    return takes_place and "show_interest" in allowed(occurrence, at) and not can_be_booked(occurrence, at)


@transaction.atomic
def show_interest(
    *, occurrence: Occurrence, station: Station | None = None, email: str = "", language: str = "de"
) -> Interest:
    """Count a voice for a date or a station; with an address, ask whether it is theirs and tell them later.

    The same address again is the same voice. Side effect: one mail with the link to confirm.

    Raises:
        DomainError: interest is not asked for now.
    """
    if not may_show_interest(occurrence):
        raise DomainError(_("Gerade sammeln wir für diesen Termin kein Interesse."))
    if not email:
        return Interest.objects.create(occurrence=occurrence, station=station, language=language)
    person = person_of(email, language=language)
    interest, is_new = Interest.objects.get_or_create(
        occurrence=occurrence, station=station, person=person, defaults={"language": language}
    )
    if is_new:
        interest.token_hash = hash_token(token_of(interest))
        interest.save(update_fields=["token_hash"])
    if interest.confirmed_at is None:
        emails.confirm_interest(interest, token_of(interest))
    return interest


def confirm_interest(interest: Interest, at: datetime | None = None) -> None:
    """Note that the address is theirs; again changes nothing."""
    Interest.objects.filter(pk=interest.pk, confirmed_at=None).update(confirmed_at=at or now())


@transaction.atomic
def withdraw_interest(interest: Interest) -> None:
    """Delete a voice with its address."""
    person = interest.person
    if person:
        _forget_mails(interest, person)
    interest.delete()
    if person:
        forget_if_unknown(person)


def _forget_mails(interest: Interest, person: Person) -> None:
    for mail in ("confirm_interest", "can_be_booked"):
        forget_messages(to=person.email, about=f"tastings.{mail}:{interest.pk}:")


def tell_interested(at: datetime | None = None) -> int:
    """Write to everybody whose wish can be booked now, once each; return how many.

    For a date ahead that is when its sign-up opens, for one that is over when the next tasting can be booked.
    """
    at, count = at or now(), 0
    waiting = Interest.objects.filter(told_at=None, confirmed_at__isnull=False, person__isnull=False)
    for interest in waiting.select_related("occurrence", "person", "station").order_by("pk"):
        target = _bookable(interest.occurrence, at)
        if target and Interest.objects.filter(pk=interest.pk, told_at=None).update(told_at=at):
            emails.can_be_booked(interest, target, token_of(interest))
            count += 1
    return count


def forget_interested(at: datetime | None = None) -> int:
    """Let go of addresses that were told, never confirmed, or for which nothing came; the voices stay as numbers."""
    at = at or now()
    unconfirmed = Q(confirmed_at=None, created_at__lte=at - timedelta(hours=settings.EVENTS_CONFIRM_HOURS))
    done = Q(told_at__lte=at - timedelta(days=1)) | Q(occurrence__ends_at__lte=at - LATEST)
    found = list(Interest.objects.filter(unconfirmed | done, person__isnull=False).select_related("person"))
    for interest in found:
        person, interest.person, interest.token_hash = interest.person, None, None
        interest.save(update_fields=["person", "token_hash"])
        forget_if_unknown(person)
    return len(found)


def token_of(interest: Interest) -> str:
    """Return the secret of a voice's page; it follows from the portal's key."""
    digest = salted_hmac(PURPOSE, f"{interest.pk}:{interest.created_at.isoformat()}", algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest[:TOKEN_BYTES]).decode()


def _bookable(occurrence: Occurrence, at: datetime) -> Occurrence | None:
    """Return the date that somebody interested in another can book now."""
    if occurrence.ends_at > at:
        return occurrence if can_be_booked(occurrence, at) else None
    following = Occurrence.objects.to_come().filter(kind=KIND, starts_at__gt=at).order_by("starts_at", "pk")
    return next((date for date in following if can_be_booked(date, at)), None)
