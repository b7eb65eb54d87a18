"""Who may read which contribution: the one place that decides it for pages, files, feeds and searches."""

from datetime import datetime

from django.db.models import Q, QuerySet

from digitalradar.events.models import Booking
from digitalradar.events.models.booking import State as BookingState

from ..models import AnonymousVersion, Confidentiality, Contribution, FocusGroup, Membership

TOOK_PART = (BookingState.CONFIRMED, BookingState.ATTENDED)


def readable_by(membership: Membership) -> QuerySet[Contribution]:
    """Return what a member may read in their group, the newest first; own ones always, withdrawn ones too.

    Of a session's own texts only those who took part read any. Who has left keeps what was there until then (F-4);
    who has only asked or was invited reads nothing of others.
    """
    own = Q(author=membership)
    rows = Contribution.objects.filter(group=membership.group_id).select_related("author", "session", "anonymous")
    return rows.filter(own | _of_others(membership)).order_by("-created_at", "-pk")


def own(membership: Membership) -> QuerySet[Contribution]:
    """Return what somebody has written, whatever became of their membership."""
    return membership.contributions.select_related("session", "anonymous").order_by("-created_at", "-pk")


def public_contributions(group: FocusGroup) -> QuerySet[Contribution]:
    """Return what everybody may read with a name, the latest released first."""
    return group.contributions.public().order_by("-public_since", "-pk")


def public_versions(group: FocusGroup) -> QuerySet[AnonymousVersion]:
    """Return what everybody may read without a name, in an order that tells nothing."""
    return AnonymousVersion.objects.public().filter(contribution__group=group).select_related("contribution")


def _of_others(membership: Membership) -> Q:
    standing = Q(withdrawn_at__isnull=True)
    for_group = ~Q(confidentiality=Confidentiality.SESSION)
    if membership.is_seated:
        return standing & (for_group | Q(confidentiality=Confidentiality.SESSION, session__in=_sessions(membership)))
    if membership.has_left and (left_at := _left_at(membership)):
        return standing & for_group & Q(created_at__lte=left_at)
    return Q(pk__in=())


def _sessions(membership: Membership) -> QuerySet:
    booked = Booking.objects.filter(person=membership.person_id, state__in=TOOK_PART)
    return booked.values("offer__occurrence")


def _left_at(membership: Membership) -> datetime | None:
    last = membership.periods.order_by("-began_at").first()
    return last.ended_at if last else None
