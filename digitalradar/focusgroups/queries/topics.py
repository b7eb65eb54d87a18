"""The backlog of a group."""

from django.db.models import Count, Exists, OuterRef, QuerySet

from ..models import FocusGroup, Membership, TopicProposal, Vote


def open_topics(membership: Membership) -> QuerySet[TopicProposal]:
    """Return what can be voted for, most votes first; ``is_voted`` tells whether this member has."""
    own = Vote.objects.filter(topic=OuterRef("pk"), membership=membership)
    rows = _counted(membership.group).filter(state=TopicProposal.State.OPEN).annotate(is_voted=Exists(own))
    return rows.order_by("-vote_count", "created_at", "pk")


def planned_topics(group: FocusGroup) -> QuerySet[TopicProposal]:
    """Return what is planned for a session, in the order of the sessions."""
    return _counted(group).filter(state=TopicProposal.State.PLANNED).order_by("session__starts_at", "pk")


def topics_for_moderator(group: FocusGroup) -> QuerySet[TopicProposal]:
    """Return all topics, open ones with most votes first."""
    return _counted(group).exclude(state=TopicProposal.State.DROPPED).order_by("-state", "-vote_count", "pk")


def _counted(group: FocusGroup) -> QuerySet[TopicProposal]:
    return group.topics.select_related("session").annotate(vote_count=Count("votes"))
