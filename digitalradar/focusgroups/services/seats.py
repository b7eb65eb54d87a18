"""Places of a group: the one writer of ``FocusGroup.seats_taken``.

Whoever changes them locks the group's row first, then reads memberships (docs/explanation/focus-groups.md).
"""

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from digitalradar.core.errors import DomainError, NotFound

from ..cache_tags import forget_group
from ..models import FocusGroup, Membership, Period

State = Membership.State


class GroupFull(DomainError):
    """Every place of the group is taken."""

    def __init__(self) -> None:
        super().__init__(
            _("Alle Plätze der Gruppe sind vergeben. Sobald jemand ausscheidet, kann wieder jemand dazukommen.")
        )


def lock(group_id: int) -> FocusGroup:
    """Return the group with its row locked; nobody else joins or leaves until the transaction ends."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A group is locked inside a transaction.")
    return FocusGroup.objects.select_for_update().get(pk=group_id)


def locked(membership: Membership) -> Membership:
    """Lock the member's group and return the membership as it is now, with the group.

    Raises:
        NotFound: it was deleted meanwhile.
    """
    group = lock(membership.group_id)
    current = Membership.objects.select_related("person").filter(pk=membership.pk).first()
    if current is None:
        raise NotFound(_("Diese Mitgliedschaft gibt es nicht mehr."))
    current.group = group
    return current


def seat(membership: Membership) -> None:
    """Let somebody be a member from now on; the group is locked.

    Raises:
        GroupFull: no place is free.
    """
    group = membership.group
    if group.seats_taken >= group.size_limit:
        raise GroupFull
    membership.state, membership.changed_at = State.ACTIVE, now()
    membership.save()
    Period.objects.create(membership=membership)
    _count(group, +1)


def unseat(membership: Membership) -> None:
    """Let somebody be a member no longer; the group is locked, and they take a place. A role does not outlast that."""
    membership.state, membership.changed_at = State.LEFT, now()
    membership.role = Membership.Role.MEMBER
    membership.save()
    membership.periods.filter(ended_at__isnull=True).update(ended_at=now())
    _count(membership.group, -1)


def _count(group: FocusGroup, change: int) -> None:
    group.seats_taken += change
    FocusGroup.objects.filter(pk=group.pk).update(seats_taken=group.seats_taken)
    forget_group(group.pk)
