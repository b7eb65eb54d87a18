"""Pause, come back, leave; also by the moderator's hand."""

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from digitalradar.core.errors import DomainError

from .. import emails
from ..models import Membership
from .answers import settle_sessions
from .seats import locked, unseat

State, Role = Membership.State, Membership.Role


def pause(membership: Membership) -> Membership:
    """Let somebody miss the sessions for a while: places at coming sessions become free, the one in the group stays."""
    return _switch(membership, State.ACTIVE, State.PAUSED)


def resume(membership: Membership) -> Membership:
    """Let somebody who paused take part again; the standing answer counts again."""
    return _switch(membership, State.PAUSED, State.ACTIVE)


def leave(membership: Membership, *, is_by_moderator: bool = False) -> Membership:
    """Let somebody leave: votes and answers go, places at coming sessions become free, own contributions stay theirs.

    A second time changes nothing, nor for somebody who is no member: a guest of the host keeps their place. Who is
    removed by the moderator is told.
    """
    with transaction.atomic():
        membership = locked(membership)
        if not membership.is_seated:
            return membership
        unseat(membership)
        membership.votes.all().delete()
        membership.answers.all().delete()
        if is_by_moderator:
            emails.membership_ended(membership)
    settle_sessions(membership)
    return membership


@transaction.atomic
def change_role(membership: Membership, role: str) -> Membership:
    """Make a member a moderator or the other way round.

    Raises:
        DomainError: they do not belong to the group.
    """
    membership = locked(membership)
    if not membership.is_seated:
        raise DomainError(_("Diese Person gehört nicht zur Gruppe."))
    membership.role = Role(role)
    membership.save(update_fields=["role"])
    return membership


def _switch(membership: Membership, before: str, after: str) -> Membership:
    with transaction.atomic():
        membership = locked(membership)
        if membership.state == before:
            membership.state, membership.changed_at = after, now()
            membership.save(update_fields=["state", "changed_at"])
    settle_sessions(membership)
    return membership
