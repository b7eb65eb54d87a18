"""Members are told of new sessions once; the standing answer books for those who have one."""

from django.db import transaction

from .. import emails
from ..models import Announcement, FocusGroup, Membership
from ..queries.sessions import open_sessions
from .answers import settle

Standing = Membership.Standing


def announce_sessions() -> int:
    """Tell the members of all running groups of sessions they do not know of yet; return how many sessions."""
    return sum(
        _announce(group, session)
        for group in FocusGroup.objects.running().select_related("series", "moderator")
        for session in open_sessions(group).exclude(pk__in=Announcement.objects.values("session"))
    )


def settle_all() -> int:
    """Bring the places at all coming sessions in line with the answers; return how many changed.

    Most of it is done at once by whoever changes something; this takes up new sessions and what a killed process left.
    """
    return sum(
        settle(membership, session)
        for group in FocusGroup.objects.public().select_related("series")
        for session in open_sessions(group)
        for membership in _to_settle(group)
    )


@transaction.atomic
def _announce(group: FocusGroup, session) -> bool:
    """Of two processes one makes the row, the other waits for it and then finds it there."""
    _row, is_new = Announcement.objects.get_or_create(session=session)
    if is_new:
        for membership in group.memberships.active().exclude(standing=Standing.YES).select_related("person"):
            membership.group = group
            emails.new_session(membership, session)
    return is_new


def _to_settle(group: FocusGroup):
    """Only those for whom something may have to be done: a standing yes, or no member any more."""
    rows = group.memberships.exclude(state__in=[Membership.State.REQUESTED, Membership.State.INVITED])
    return rows.exclude(state=Membership.State.ACTIVE, standing__in=[Standing.NO, Standing.ASK])
