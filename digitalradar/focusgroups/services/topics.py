"""The backlog: propose, vote, take back; the moderator plans."""

from django.db import transaction
from django.utils.translation import gettext as _

from digitalradar.core.errors import DomainError, NotFound
from digitalradar.events.models import Occurrence

from ..models import FocusGroup, Membership, TopicProposal, Vote
from .seats import locked

State = TopicProposal.State


@transaction.atomic
def propose(*, author: Membership, title: str, text: str = "") -> TopicProposal:
    """Add a topic; its author's vote comes with it.

    Raises:
        DomainError: the author is no member.
    """
    author = _member(author)
    topic = TopicProposal.objects.create(
        group=author.group, author=author, title=" ".join(title.split()), text=text.strip()
    )
    Vote.objects.create(topic=topic, membership=author)
    return topic


@transaction.atomic
def vote(*, membership: Membership, topic_id: int) -> None:
    """Note that a member wants to hear of a topic; a second time changes nothing.

    Raises:
        NotFound: the group has no such topic.
        DomainError: it is not open any more, or they are no member.
    """
    membership = _member(membership)
    topic = _topic(membership.group, topic_id)
    if topic.state != State.OPEN:
        raise DomainError(_("Über dieses Thema wird nicht mehr abgestimmt."))
    Vote.objects.get_or_create(topic=topic, membership=membership)


@transaction.atomic
def take_back_vote(*, membership: Membership, topic_id: int) -> None:
    """Take a vote back; without one nothing changes.

    Raises:
        NotFound: the group has no such topic.
    """
    Vote.objects.filter(membership=membership, topic=_topic(membership.group, topic_id)).delete()


@transaction.atomic
def drop_topic(*, author: Membership, topic_id: int) -> None:
    """Let an author take a proposal back that is not planned yet.

    Raises:
        NotFound: there is no such proposal of this author.
    """
    topic = _topic(author.group, topic_id)
    if topic.author_id != author.pk or topic.state != State.OPEN:
        raise NotFound(_("Diesen Vorschlag gibt es nicht, oder er ist nicht von Ihnen."))
    topic.state = State.DROPPED
    topic.save(update_fields=["state"])


@transaction.atomic
def plan_topic(*, group: FocusGroup, topic_id: int, state: str, session: Occurrence | None = None) -> TopicProposal:
    """Let the moderator put a topic into a session, mark it as done, or open it again.

    Raises:
        NotFound: the group has no such topic.
        DomainError: the session is missing or not the group's.
    """
    topic = _topic(group, topic_id)
    if state == State.PLANNED and session is None:
        raise DomainError(_("Wählen Sie bitte die Sitzung, in der das Thema drankommt."))
    if session is not None and session.series_id != group.series_id:
        raise DomainError(_("Diese Sitzung gehört nicht zur Gruppe."))
    topic.state = State(state)
    if session is not None or state != State.DONE:  # what was talked about keeps the session in which it was
        topic.session = session if state != State.OPEN else None
    topic.save(update_fields=["state", "session"])
    return topic


def _topic(group: FocusGroup, topic_id: int) -> TopicProposal:
    topic = TopicProposal.objects.select_for_update().filter(group=group, pk=topic_id).first()
    if topic is None:
        raise NotFound(_("Diesen Vorschlag gibt es nicht."))
    return topic


def _member(membership: Membership) -> Membership:
    """Return somebody as they are now, with the group locked: who leaves in this moment leaves no vote behind."""
    membership = locked(membership)
    if not membership.is_seated:
        raise DomainError(_("Themen vorschlagen und abstimmen können nur Mitglieder der Gruppe."))
    return membership
