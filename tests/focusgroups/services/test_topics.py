"""The backlog: one vote for each member and topic, whoever clicks how often, and none of people who have left."""

import pytest

from digitalradar.core.errors import DomainError, NotFound
from digitalradar.focusgroups.models import Membership, TopicProposal, Vote
from digitalradar.focusgroups.services.membership import leave
from digitalradar.focusgroups.services.personal_data import erase_member
from digitalradar.focusgroups.services.topics import drop_topic, plan_topic, propose, take_back_vote, vote
from tests.assessments.together import together
from tests.factories.focusgroups import make_group, make_member, make_session, tell

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def group():
    return make_group()


@pytest.fixture
def topic(group) -> TopicProposal:
    """A topic of Ben's, with Ben's vote."""
    return propose(author=make_member(group, "Ben Beispiel"), title="Alte Maschinen")


def voters(topic: TopicProposal) -> list[str]:
    return list(topic.votes.order_by("pk").values_list("membership__name", flat=True))


def as_it_was(member: Membership) -> Membership:
    """Return what a view has read a moment before something else happens."""
    return Membership.objects.select_related("group", "person").get(pk=member.pk)


@pytest.mark.django_db(transaction=True)
def test_many_clicks_at_once_are_one_vote(group, topic):
    ada = make_member(group)
    together(*[lambda: vote(membership=as_it_was(ada), topic_id=topic.pk)] * 4)
    assert voters(topic) == ["Ben Beispiel", "Ada Beispiel"]


@pytest.mark.django_db(transaction=True)
def test_who_leaves_while_voting_leaves_no_vote(group, topic):
    ada = make_member(group)

    def vote_for_it() -> None:
        try:
            vote(membership=as_it_was(ada), topic_id=topic.pk)
        except DomainError:  # has left already
            return

    together(vote_for_it, lambda: leave(as_it_was(ada)), vote_for_it)
    assert voters(topic) == ["Ben Beispiel"]


def test_who_has_left_a_moment_ago_does_nothing_any_more(group, topic):
    ada = make_member(group)
    before = as_it_was(ada)
    leave(ada)
    acts = (
        lambda: vote(membership=before, topic_id=topic.pk),
        lambda: propose(author=before, title="Neues"),
        lambda: tell(before),
    )
    for act in acts:
        with pytest.raises(DomainError, match="nur Mitglieder"):
            act()
    assert (voters(topic), TopicProposal.objects.count()) == (["Ben Beispiel"], 1)


def test_who_was_deleted_a_moment_ago_does_nothing_any_more(group, topic):
    ada = make_member(group)
    before = as_it_was(ada)
    erase_member(ada)
    for act in (lambda: vote(membership=before, topic_id=topic.pk), lambda: tell(before)):
        with pytest.raises(NotFound):
            act()
    assert Vote.objects.count() == 1


def test_topics_of_other_groups_and_authors_are_not_found(group, topic):
    stranger, ada = make_member(make_group(), "Cem Beispiel"), make_member(group)
    for act in (
        lambda: vote(membership=stranger, topic_id=topic.pk),
        lambda: take_back_vote(membership=stranger, topic_id=topic.pk),
        lambda: take_back_vote(membership=ada, topic_id=10**30),
        lambda: drop_topic(author=ada, topic_id=topic.pk),
        lambda: plan_topic(group=stranger.group, topic_id=topic.pk, state="done"),
    ):
        with pytest.raises(NotFound):
            act()
    topic.refresh_from_db()
    assert (topic.state, voters(topic)) == ("open", ["Ben Beispiel"])


def test_what_was_talked_about_keeps_its_session_and_what_is_open_again_does_not(group, topic):
    session = make_session(group)
    plan_topic(group=group, topic_id=topic.pk, state="planned", session=session)
    with pytest.raises(DomainError, match="nicht mehr abgestimmt"):
        vote(membership=make_member(group), topic_id=topic.pk)
    assert plan_topic(group=group, topic_id=topic.pk, state="done").session == session
    assert plan_topic(group=group, topic_id=topic.pk, state="open").session is None
