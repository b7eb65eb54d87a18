"""Ways into a group: asking with a confirmed address, or being invited."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from digitalradar.accounts.models import Person
from digitalradar.accounts.people import forget_if_unknown
from digitalradar.core.errors import DomainError
from digitalradar.events.services.people import person_of

from .. import emails
from ..links import new_identity
from ..models import FocusGroup, Membership
from ..queries.members import find_member_by_email
from .seats import GroupFull, lock, locked, seat

State = Membership.State


@dataclass(frozen=True)
class Entry:
    """What somebody tells about themselves, checked by a form."""

    name: str
    email: str
    organisation: str = ""
    message: str = ""
    language: str = "de"


@transaction.atomic
def ask_to_join(*, group: FocusGroup, entry: Entry) -> Membership:
    """Note that somebody wants to join and write to the address; whoever is known already gets their link instead.

    What the visitor sees is the same in each case, so that nobody learns who belongs to a group.

    Raises:
        DomainError: the group takes no requests.
    """
    group = lock(group.pk)
    if not group.takes_requests:
        raise DomainError(_("Diese Gruppe nimmt zurzeit keine Anfragen an."))
    membership, _is_new = _membership(group, entry, State.REQUESTED)
    _send_way_in(membership)
    return membership


def send_link(*, group: FocusGroup, email: str) -> None:
    """Write to somebody who has lost the link; nothing happens for an address that nobody of the group has."""
    membership = find_member_by_email(group, email)
    if membership is None:
        return
    membership.group = group
    _send_way_in(membership)


@transaction.atomic
def confirm_request(membership: Membership) -> Membership:
    """Note that the address is theirs and tell the moderator; a second time changes nothing."""
    membership = locked(membership)
    if membership.state == State.REQUESTED and membership.confirmed_at is None:
        _verify(membership)
        emails.request_waiting(membership)
    return membership


@transaction.atomic
def ask_again(membership: Membership) -> Membership:
    """Let somebody who left ask once more; their link has proved the address.

    Raises:
        DomainError: they have not left, or the group takes no requests.
    """
    membership = locked(membership)
    if membership.state == State.REQUESTED and membership.confirmed_at:
        return membership
    if membership.state != State.LEFT or not membership.group.takes_requests:
        raise DomainError(_("Diese Gruppe nimmt zurzeit keine Anfragen an."))
    membership.state = State.REQUESTED
    _verify(membership)
    emails.request_waiting(membership)
    return membership


@transaction.atomic
def accept_request(membership: Membership) -> Membership:
    """Take somebody into the group who has asked, and tell them; a second time changes nothing.

    Raises:
        GroupFull: no place is free.
        DomainError: they have not asked, or not confirmed their address yet.
    """
    membership = locked(membership)
    if membership.is_seated:
        return membership
    if membership.state != State.REQUESTED or membership.confirmed_at is None:
        raise DomainError(_("Diese Anfrage ist noch nicht bestätigt oder nicht mehr da."))
    seat(membership)
    emails.accepted(membership)
    return membership


@transaction.atomic
def decline_request(membership: Membership) -> None:
    """Refuse a request, tell the person, and keep nothing of it; what a former member told stays theirs."""
    membership = locked(membership)
    if membership.state not in (State.REQUESTED, State.INVITED):
        raise DomainError(_("Diese Anfrage ist schon beantwortet."))
    if membership.state == State.REQUESTED and membership.confirmed_at:
        emails.declined(membership)
    forget_request(membership)


@transaction.atomic
def invite(*, group: FocusGroup, entry: Entry, role: str = Membership.Role.MEMBER) -> Membership:
    """Invite somebody by e-mail. A place is taken only when they accept.

    Raises:
        GroupFull: no place is free.
        DomainError: the group has ended, or they belong to it already.
    """
    group = lock(group.pk)
    if not group.is_running:
        raise DomainError(_("Diese Gruppe läuft nicht. Einladen können Sie erst, wenn sie läuft."))
    if not group.free_places:
        raise GroupFull
    membership, is_new = _membership(group, entry, State.INVITED)
    if membership.is_seated:
        raise DomainError(_("Diese Person gehört schon zur Gruppe."))
    if not is_new and membership.state != State.INVITED:
        membership.state = State.INVITED
    membership.role, membership.changed_at = role, now()
    membership.save()
    emails.invitation(membership)
    return membership


@transaction.atomic
def accept_invitation(membership: Membership) -> Membership:
    """Let somebody who was invited be a member from now on; a second time changes nothing.

    Raises:
        GroupFull: the places were taken meanwhile.
        DomainError: there is no invitation any more.
    """
    membership = locked(membership)
    if membership.is_seated:
        return membership
    if membership.state != State.INVITED or not membership.group.is_running:
        raise DomainError(_("Diese Einladung gilt nicht mehr."))
    _verify(membership)
    seat(membership)
    emails.accepted(membership)
    return membership


def forget_request(membership: Membership) -> None:
    """Delete a request or an invitation with what was told; who was a member before has left again."""
    if membership.periods.exists():
        left = {"state": State.LEFT, "role": Membership.Role.MEMBER, "message": "", "changed_at": now()}
        Membership.objects.filter(pk=membership.pk).update(**left)
        return
    person = membership.person
    membership.delete()
    forget_if_unknown(person)


def _membership(group: FocusGroup, entry: Entry, state: str) -> tuple[Membership, bool]:
    """Return the one row of a person in a group, made when it is missing; the group is locked."""
    person = person_of(entry.email, language=entry.language)
    found = Membership.objects.select_related("person").filter(group=group, person=person).first()
    told = {name: getattr(entry, name) for name in ("name", "organisation", "message", "language")}
    if found is None:
        values = new_identity() | told
        return Membership.objects.create(**values, group=group, person=person, state=state), True
    found.group = group
    if found.state == State.REQUESTED and found.confirmed_at is None:
        # Whoever typed it first may have been somebody else: who confirms has sent the latest words.
        for name, value in told.items():
            setattr(found, name, value)
        found.save(update_fields=list(told))
    return found, False


def _send_way_in(membership: Membership) -> None:
    """Write what somebody in this state needs to go on."""
    if membership.state == State.REQUESTED and membership.confirmed_at is None:
        emails.confirm_request(membership)
    elif membership.state == State.INVITED:
        emails.invitation(membership)
    else:
        emails.your_link(membership)


def _verify(membership: Membership) -> None:
    membership.confirmed_at = membership.confirmed_at or now()
    membership.changed_at = now()
    membership.save()
    person = Person.objects.filter(pk=membership.person_id)
    person.filter(verified_at__isnull=True).update(verified_at=now())
    person.filter(name="").update(name=membership.name)
