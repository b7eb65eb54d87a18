"""Sign up for a date: with an address that has to be confirmed first, or by a host who knows the person."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.conf import settings

from digitalradar.accounts.models import Person, User
from digitalradar.core.tokens import hash_token

from .. import emails
from ..models import Booking, Occurrence, Offer, Registration
from ..models.booking import ACTIVE, State
from ..queries.places import has_waiting_list
from . import conditions
from .conditions import PlaceRefused
from .links import new_code, token_for
from .log import note
from .parts import decide_all
from .people import person_of, person_or_new
from .places import LockedDate, locked
from .waiting_list import promote, settle

CONSENT_VERSION = "2026-1"  # of the sentences beside the boxes for photos and for being named


@dataclass(frozen=True)
class SignUp:
    """What somebody tells when they sign up. ``companions`` are names, one to a line."""

    name: str
    email: str
    organisation: str = ""
    language: str = "de"
    party_size: int = 1
    companions: str = ""
    access_needs: str = ""
    food_needs: str = ""
    answers: dict[str, Any] = field(default_factory=dict)
    photo_consent: bool = False
    listing_consent: bool = False


@dataclass(frozen=True)
class SignedUp:
    """The registration, and whether it is this call that made it."""

    registration: Registration
    is_new: bool


def sign_up(
    *,
    occurrence: Occurrence,
    entry: SignUp,
    offers: Collection[int] | None = None,
    hold: Registration | None = None,
    at: datetime | None = None,
) -> SignedUp:
    """Note a sign-up and ask for its confirmation by mail. What is free is kept for ``EVENTS_KEPT_MINUTES``.

    ``offers`` are ids, None means the date itself. ``hold`` is what :func:`holding.hold` returned for the same form:
    its places become those of the sign-up. Who is signed up already stays so, unchanged, and gets a mail that says it:
    the answer on the page is the same, also where it is a refusal, so that nobody learns who takes part. Who merely
    pressed the button twice gets the first answer again.

    Raises:
        PlaceRefused: nobody can sign up now, there is neither place nor waiting list, or a rule of the date says no.
    """
    with locked(occurrence.pk, offers=None if hold else offers, at=at) as date:
        chosen = conditions.choose(date, offers)
        conditions.check_open(date, chosen)
        person, is_new = person_or_new(entry.email, language=entry.language)
        existing = None if is_new else active_registration(date, person)
        if existing and date.at - existing.created_at < emails.PRESSED_TWICE:
            return SignedUp(existing, is_new=False)
        check(date, chosen, entry)
        if existing:  # what others are refused, they are refused, too
            if hold is None:
                _refuse_full(date, chosen, entry.party_size)
            emails.already_registered(existing)
            return SignedUp(existing, is_new=False)
        kept = take_over(date, hold)
        registration = new_registration(date, person, entry)
        bookings = [_request(date, registration, offer, kept.get(offer.pk, 0)) for offer in chosen]
        for offer_id in sorted(kept):  # what was held and is not wanted any more
            promote(date, date.offers[offer_id])
        note(date.occurrence, "registration.requested", registration=registration.pk, persons=entry.party_size)
        emails.confirm_address(registration, bookings)
        return SignedUp(registration, is_new=True)


def register_verified(
    *,
    occurrence: Occurrence,
    entry: SignUp,
    offers: Collection[int] | None = None,
    source: str = Registration.Source.HOST,
    by: User | None = None,
    reserved: bool = False,
    priority: int = 0,
    is_example: bool = False,
    at: datetime | None = None,
) -> SignedUp:
    """Register somebody whose address needs no confirmation, or who has none; decided at once, told by mail.

    ``reserved`` takes the places out of those kept back for guests of the host, as far as they suffice. Hosts may do
    it before sign-up opens and after it closes, not once the date has begun. Somebody who is in already stays so.

    Raises:
        PlaceRefused: the date has begun or does not take place, there is neither place nor waiting list, or a rule of
            the date says no.
    """
    with locked(occurrence.pk, offers=offers, at=at) as date:
        chosen = conditions.choose(date, offers)
        conditions.check_not_begun(date)
        person = person_of(entry.email, language=entry.language, is_example=is_example) if entry.email else None
        if person and (existing := active_registration(date, person)):
            return SignedUp(existing, is_new=False)
        check(date, chosen, entry)
        fields = {"source": source, "confirmed_at": date.at, "is_example": is_example}
        registration = new_registration(date, person, entry, **fields)
        bookings = [new_booking(registration, offer, priority=priority) for offer in chosen]
        decide_all(date, [booking for booking in bookings if not (reserved and _seat_reserved(date, booking))])
        refuse_if_nothing(bookings)
        note(date.occurrence, "registration.entered", by=by, registration=registration.pk, persons=entry.party_size)
        tell_outcome(registration, bookings)
        return SignedUp(registration, is_new=True)


def check(date: LockedDate, chosen: Sequence[Offer], entry: SignUp) -> None:
    """Hold an entry against the rules of what was chosen."""
    conditions.check_party(chosen, entry.party_size)
    conditions.check_together(chosen)
    conditions.check_organisation(chosen, entry.organisation, entry.party_size)


def active_registration(date: LockedDate, person: Person) -> Registration | None:
    """Return what a person has for the date already, if anything of it still counts."""
    own = Registration.objects.filter(occurrence=date.occurrence, person=person, bookings__state__in=ACTIVE)
    registration = own.select_related("person").first()
    if registration is not None:
        registration.occurrence = date.occurrence
    return registration


def new_registration(date: LockedDate, person: Person | None, entry: SignUp | None, **fields: Any) -> Registration:
    """Make a registration with its private link and its code; without an entry it is the shell of a hold."""
    uid = uuid4()
    return Registration.objects.create(
        uid=uid,
        occurrence=date.occurrence,
        person=person,
        token_hash=hash_token(token_for(uid)),
        code=_free_code(date.occurrence),
        created_at=date.at,
        **(_told(entry, date.at) if entry else {}),
        **fields,
    )


def new_booking(registration: Registration, offer: Offer, **fields: Any) -> Booking:
    """Return a booking that is not in the database yet."""
    return Booking(
        registration=registration,
        offer=offer,
        person=registration.person,
        party_size=registration.party_size,
        **fields,
    )


def refuse_if_nothing(bookings: Sequence[Booking]) -> None:
    """Take everything back with a refusal when none of the bookings got a place or a turn."""
    if all(booking.state == State.LAPSED for booking in bookings):
        raise conditions.no_place(bookings[0].party_size)


def tell_outcome(
    registration: Registration, decided: Sequence[Booking], bookings: Sequence[Booking] | None = None
) -> None:
    """Write what came of a decision: a mail with all places, or that one has to wait.

    Places that were offered, or that the waiting list gave at once, have a mail of their own already.

    ``bookings`` are all of the registration as they are under the lock, if the caller has read them.
    """
    states = {booking.state for booking in decided if booking.joined_at is None or booking.state == State.WAITING}
    if State.CONFIRMED in states:
        emails.registered(registration, bookings)
    elif State.WAITING in states:
        emails.waiting(registration, bookings)


def _request(date: LockedDate, registration: Registration, offer: Offer, kept: int) -> Booking:
    """Ask for an offer; ``kept`` places were held for it a moment ago and are free again for nobody else."""
    booking = new_booking(registration, offer)
    if not kept:
        settle(date, offer)
    is_first = not date.counts[offer.pk].waiting or kept >= booking.party_size
    if is_first and date.has_room(offer, booking.party_size):
        until = date.at + timedelta(minutes=settings.EVENTS_KEPT_MINUTES)
        return date.move(booking, State.REQUESTED, held_until=until)
    if has_waiting_list(offer):
        return date.move(booking, State.REQUESTED)
    raise conditions.no_place(booking.party_size)


def _refuse_full(date: LockedDate, chosen: Sequence[Offer], persons: int) -> None:
    for offer in chosen:
        is_free = not date.counts[offer.pk].waiting and date.has_room(offer, persons)
        if not (is_free or has_waiting_list(offer)):
            raise conditions.no_place(persons)


def take_over(date: LockedDate, hold: Registration | None) -> dict[int, int]:
    """Let a hold go; return how many places it still kept, by offer."""
    if hold is None:
        return {}
    kept: dict[int, int] = {}
    for booking in Booking.objects.filter(registration=hold, state=State.HELD, offer__in=date.offers):
        if date.is_kept(booking):
            kept[booking.offer_id] = booking.party_size
        date.remove(booking)
    Registration.objects.filter(pk=hold.pk, person=None, bookings=None).delete()
    return kept


def _seat_reserved(date: LockedDate, booking: Booking) -> bool:
    if date.counts[booking.offer_id].unused_reserved < booking.party_size:
        return False
    date.move(booking, State.CONFIRMED, uses_reserved=True)
    return True


def _told(entry: SignUp, at: datetime) -> dict[str, Any]:
    told = asdict(entry)
    told.pop("email")
    photo, listing = told.pop("photo_consent"), told.pop("listing_consent")
    return told | {
        "photo_consent_at": at if photo else None,
        "listing_consent_at": at if listing else None,
        "consent_version": CONSENT_VERSION if photo or listing else "",
    }


def _free_code(occurrence: Occurrence) -> str:
    """The lock keeps others from taking the same code in this moment."""
    taken = Registration.objects.filter(occurrence=occurrence)
    return next(code for code in iter(new_code, None) if not taken.filter(code=code).exists())


__all__ = ["PlaceRefused", "SignUp", "SignedUp", "register_verified", "sign_up"]
