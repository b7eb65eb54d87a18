"""Who comes to which session: the standing answer, and answers to single dates that override it (F-3).

Places are given and taken by the services of dates alone. Each session is settled in a transaction of its own that
locks the date first, then reads member and answer, so that a place follows what counts at that moment.
"""

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from digitalradar.core.errors import DomainError
from digitalradar.events.models import Occurrence, Registration
from digitalradar.events.services import places
from digitalradar.events.services.cancelling import cancel
from digitalradar.events.services.conditions import PlaceRefused
from digitalradar.events.services.confirming import confirm
from digitalradar.events.services.signing_up import SignUp, register_verified

from ..models import Membership, SessionAnswer
from ..queries.sessions import active_registration, open_sessions, registrations_of

Act, Standing = SessionAnswer.Act, Membership.Standing


def answer_session(*, membership: Membership, session: Occurrence, is_coming: bool) -> SessionAnswer:
    """Note a member's answer to one session and book or free their place; other dates stay as they are.

    Declining is possible until the session begins, also when it is full (F3).

    Raises:
        PlaceRefused: no place is free and there is no waiting list, or the date has begun; nothing is noted then.
        DomainError: they are no active member, or the session is not the group's.
    """
    with transaction.atomic():
        session = places.lock(session.pk)
        membership = _current(membership)
        if not membership.is_active:
            raise DomainError(_("Zu Sitzungen zusagen können nur aktive Mitglieder der Gruppe."))
        if not open_sessions(membership.group).filter(pk=session.pk).exists():
            raise DomainError(_("Diese Sitzung hat schon begonnen, findet nicht statt oder gehört nicht zur Gruppe."))
        registration = active_registration(membership, session)
        if is_coming:
            _book(membership, session, registration)
        elif registration:
            cancel(registration)
        return _note(membership, session, is_coming=is_coming, last_act=Act.NONE)


def set_standing(*, membership: Membership, standing: str) -> int:
    """Change the answer that counts for all sessions without one of their own; return how many places changed."""
    Membership.objects.filter(pk=membership.pk).update(standing=Standing(standing))
    return settle_sessions(membership)


def settle_sessions(membership: Membership) -> int:
    """Bring a member's places at all coming sessions in line with their answers; return how many changed."""
    return sum(settle(membership, session) for session in open_sessions(membership.group))


def settle(membership: Membership, session: Occurrence) -> bool:
    """Bring a member's place at one session in line; tell whether something changed.

    Nothing happens where they have an answer of their own, or where they did something on the page of the date.
    """
    try:
        with transaction.atomic():
            session = places.lock(session.pk)
            return _settle(_current(membership), session)
    except PlaceRefused:
        return False  # full and no waiting list, or it has just begun


def _settle(membership: Membership, session: Occurrence) -> bool:
    answer = SessionAnswer.objects.filter(membership=membership, session=session).first()
    registration = active_registration(membership, session)
    if registration and (_is_absent(membership, registration) or _standing_wants_out(membership, answer)):
        cancel(registration)
        _note(membership, session, last_act=Act.FREED)
        return True
    if registration is None and _wants_in(membership, session, answer):
        _book(membership, session, None)
        _note(membership, session, last_act=Act.BOOKED)
        return True
    return False


def _is_absent(membership: Membership, registration: Registration) -> bool:
    """Who pauses or has left does not come, unless the host entered them as a guest after that."""
    return not membership.is_active and registration.created_at <= membership.changed_at


def _standing_wants_out(membership: Membership, answer: SessionAnswer | None) -> bool:
    """Only what the standing answer has booked itself is taken back when it changes."""
    is_its_own = answer is not None and answer.is_coming is None and answer.last_act == Act.BOOKED
    return is_its_own and membership.standing != Standing.YES


def _wants_in(membership: Membership, session: Occurrence, answer: SessionAnswer | None) -> bool:
    own = answer.is_coming if answer else None
    if not membership.is_active or not (membership.standing == Standing.YES if own is None else own):
        return False
    was_freed = answer is not None and answer.last_act == Act.FREED
    # Without that, a cancelled sign-up is the member's own doing on the page of the date.
    return was_freed or not registrations_of(membership, session).exists()


def _book(membership: Membership, session: Occurrence, registration: Registration | None) -> None:
    if registration is None:
        entry = SignUp(
            name=membership.name,
            email=membership.person.email,
            organisation=membership.organisation,
            language=membership.language,
        )
        source = Registration.Source.ONLINE
        register_verified(occurrence=session, entry=entry, source=source, is_example=membership.is_example)
    elif registration.confirmed_at is None:
        confirm(registration)


def _note(membership: Membership, session: Occurrence, **values: object) -> SessionAnswer:
    answer, _is_new = SessionAnswer.objects.update_or_create(
        membership=membership, session=session, defaults=values | {"changed_at": now()}
    )
    return answer


def _current(membership: Membership) -> Membership:
    return Membership.objects.select_related("group__series", "person").get(pk=membership.pk)
