"""Who may read what: rules F-1, F-2, F-4 and scenarios F4, F5, F6, F8."""

from datetime import timedelta
from itertools import product

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import now

from digitalradar.core.errors import DomainError, NotFound
from digitalradar.focusgroups.models import AnonymousVersion, Confidentiality, Contribution, Membership
from digitalradar.focusgroups.queries.contributions import (
    own,
    public_contributions,
    public_versions,
    readable_by,
)
from digitalradar.focusgroups.rules.levels import is_more_public
from digitalradar.focusgroups.services.answers import answer_session
from digitalradar.focusgroups.services.contributing import delete_contribution, set_confidentiality, withdraw
from digitalradar.focusgroups.services.due import erase_session_texts
from digitalradar.focusgroups.services.membership import leave
from tests.factories.focusgroups import make_group, make_member, make_session, tell

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SESSION, GROUP, ANONYMOUS, PUBLIC = Confidentiality.values
NEEDED = {ANONYMOUS: {"anonymous_text": "Es ging schief."}, PUBLIC: {"public_name": "Ada Beispiel"}}


def of_level(author, level, **fields):
    return tell(author, confidentiality=level, **NEEDED.get(level, {}), **fields)


def reads(membership: Membership, contribution: Contribution) -> bool:
    return readable_by(membership).filter(pk=contribution.pk).exists()


# Who reads the original text of a contribution of each level: the whole table.
READERS = {
    "author": {SESSION: True, GROUP: True, ANONYMOUS: True, PUBLIC: True},
    "took part": {SESSION: True, GROUP: True, ANONYMOUS: True, PUBLIC: True},
    "active": {SESSION: False, GROUP: True, ANONYMOUS: True, PUBLIC: True},
    "paused": {SESSION: False, GROUP: True, ANONYMOUS: True, PUBLIC: True},
    "moderator": {SESSION: False, GROUP: True, ANONYMOUS: True, PUBLIC: True},
    "left before": {SESSION: False, GROUP: False, ANONYMOUS: False, PUBLIC: False},
    "left afterwards": {SESSION: False, GROUP: True, ANONYMOUS: True, PUBLIC: True},
    "requested": {SESSION: False, GROUP: False, ANONYMOUS: False, PUBLIC: False},
    "invited": {SESSION: False, GROUP: False, ANONYMOUS: False, PUBLIC: False},
    "other group": {SESSION: False, GROUP: False, ANONYMOUS: False, PUBLIC: False},
}


@pytest.mark.parametrize("level", Confidentiality.values)
def test_readers_of_each_level(level):
    group = make_group()
    session = make_session(group)
    author = make_member(group)
    before = leave(make_member(group, "Vor Beispiel"))
    readers = {
        "author": author,
        "took part": make_member(group, "Teil Beispiel"),
        "active": make_member(group, "Aktiv Beispiel"),
        "paused": make_member(group, "Pause Beispiel", state="paused"),
        "moderator": make_member(group, "Mo Beispiel", role="moderator"),
        "left before": before,
        "requested": make_member(group, "Neu Beispiel", state="requested"),
        "invited": make_member(group, "Gast Beispiel", state="invited"),
        "other group": make_member(make_group(), "Fremd Beispiel"),
    }
    answer_session(membership=readers["took part"], session=session, is_coming=True)
    afterwards = make_member(group, "Nach Beispiel")
    contribution = of_level(author, level, session=session)
    readers["left afterwards"] = leave(afterwards)
    assert {name: reads(member, contribution) for name, member in readers.items()} == {
        name: expected[level] for name, expected in READERS.items()
    }
    assert public_contributions(group).count() == (level == PUBLIC)
    assert public_versions(group).count() == (level == ANONYMOUS)


@pytest.mark.parametrize(("before", "after"), list(product(Confidentiality.values, repeat=2)))
def test_nobody_but_the_author_changes_who_reads(before, after):
    """F-1, for every way between two levels."""
    group = make_group()
    session = make_session(group)
    author, moderator = make_member(group), make_member(group, "Mo Beispiel", role="moderator")
    contribution = of_level(author, before, session=session)
    act = {"contribution_id": contribution.pk, "confidentiality": after, **NEEDED.get(after, {})}
    with pytest.raises(NotFound):
        set_confidentiality(author=moderator, **act)
    with pytest.raises(NotFound):
        withdraw(author=moderator, contribution_id=contribution.pk)
    contribution.refresh_from_db()
    assert contribution.confidentiality == before
    assert set_confidentiality(author=author, **act).confidentiality == after
    assert public_contributions(group).count() == (after == PUBLIC)
    assert public_versions(group).count() == (after == ANONYMOUS)


def test_levels_are_ordered_from_few_to_all():
    order = [(new, old) for new, old in product(Confidentiality.values, repeat=2) if is_more_public(new, old)]
    below_public = [(PUBLIC, old) for old in (SESSION, GROUP, ANONYMOUS)]
    assert order == [(GROUP, SESSION), (ANONYMOUS, SESSION), (ANONYMOUS, GROUP), *below_public]


@pytest.mark.parametrize(
    ("level", "needed", "words"),
    [
        (ANONYMOUS, {}, "Fassung ohne Namen"),
        (ANONYMOUS, {"anonymous_text": "Bei Zwirnwerk ging es schief."}, "Zwirnwerk"),
        (ANONYMOUS, {"anonymous_text": "Adas Anlauf ging schief."}, "Adas"),
        (ANONYMOUS, {"anonymous_text": "Schreiben Sie an chef@betrieb.example!"}, "chef@betrieb.example"),
        (ANONYMOUS, {"anonymous_text": "Am 12. November ging es schief."}, "12. November"),
        (ANONYMOUS, {"anonymous_text": "Rufen Sie 030 23125 114 an."}, "030 23125 114"),
        (PUBLIC, {}, "unter welchem Namen"),
        (PUBLIC, {"public_name": "  "}, "unter welchem Namen"),
    ],
)
def test_what_everybody_would_read_is_refused_where_it_is_missing_or_tells_of_somebody(level, needed, words):
    author = make_member(make_group())
    with pytest.raises(DomainError, match=words):
        tell(author, confidentiality=level, **needed)
    contribution = tell(author)
    with pytest.raises(DomainError, match=words):
        set_confidentiality(author=author, contribution_id=contribution.pk, confidentiality=level, **needed)
    contribution.refresh_from_db()
    assert (Contribution.objects.count(), contribution.confidentiality) == (1, GROUP)


def test_f5_approved_version_is_a_row_of_its_own_with_a_new_key_each_time():
    author = make_member(make_group())
    contribution = of_level(author, ANONYMOUS)
    key = AnonymousVersion.objects.get().key
    act = {"author": author, "contribution_id": contribution.pk}
    set_confidentiality(**act, confidentiality=ANONYMOUS, anonymous_text="Anders gesagt.")
    assert [(row.text, row.key == key) for row in AnonymousVersion.objects.all()] == [("Anders gesagt.", False)]
    set_confidentiality(**act, confidentiality=GROUP)
    assert AnonymousVersion.objects.count() == 0


def test_lists_of_anonymous_texts_tell_nothing_of_their_order():
    group = make_group()
    author = make_member(group)
    for _number in range(5):
        of_level(author, ANONYMOUS)
    keys = [version.key for version in public_versions(group)]
    assert keys == sorted(keys)


@pytest.mark.parametrize("level", Confidentiality.values)
def test_withdrawn_is_read_by_the_author_alone_and_twice_is_once(level):
    group = make_group()
    author, reader = make_member(group), make_member(group, "Ben Beispiel")
    contribution = of_level(author, level, session=make_session(group))
    first = withdraw(author=author, contribution_id=contribution.pk).withdrawn_at
    assert withdraw(author=author, contribution_id=contribution.pk).withdrawn_at == first
    assert (reads(author, contribution), reads(reader, contribution)) == (True, False)
    assert public_contributions(group).count() == public_versions(group).count() == 0
    with pytest.raises(DomainError):
        set_confidentiality(author=author, contribution_id=contribution.pk, confidentiality=GROUP)
    delete_contribution(author=author, contribution_id=contribution.pk)
    assert Contribution.objects.count() == 0


def test_f8_who_left_keeps_own_contributions_and_loses_later_ones():
    group = make_group()
    ada, ben = make_member(group), make_member(group, "Ben Beispiel")
    before, mine = tell(ben, "Vorher"), tell(ada, "Meins")
    leave(ada)
    ada.refresh_from_db()
    tell(ben, "Nachher")
    assert list(readable_by(ada)) == [mine, before]
    assert list(own(ada)) == [mine]
    with pytest.raises(DomainError):
        tell(ada, "Noch etwas")
    withdraw(author=ada, contribution_id=mine.pk)


def test_texts_for_a_session_need_one_of_the_group_and_are_erased_after_it(settings):
    group = make_group()
    author = make_member(group)
    session = make_session(group)
    with pytest.raises(DomainError):
        tell(author, confidentiality=SESSION)
    with pytest.raises(DomainError):
        tell(author, confidentiality=GROUP, session=make_session(make_group()))
    tell(author, confidentiality=SESSION, session=session)
    kept = tell(author, confidentiality=GROUP, session=session)
    ended = now() - timedelta(days=settings.FOCUSGROUP_SESSION_TEXT_DAYS)
    session.starts_at, session.ends_at = ended - timedelta(hours=2), ended + timedelta(minutes=1)
    session.save()
    assert erase_session_texts() == 0
    session.ends_at = ended
    session.save()
    assert (erase_session_texts(), erase_session_texts()) == (1, 0)
    assert list(Contribution.objects.all()) == [kept]


def test_groups_that_are_drafts_again_show_nothing():
    group = make_group()
    author = make_member(group)
    of_level(author, ANONYMOUS)
    of_level(author, PUBLIC)
    group.state = group.State.DRAFT
    group.save()
    assert public_contributions(group).count() == public_versions(group).count() == 0


def test_database_refuses_names_missing_from_public_texts():
    contribution = tell(make_member(make_group()))
    for change in ({"confidentiality": PUBLIC}, {"confidentiality": SESSION}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Contribution.objects.filter(pk=contribution.pk).update(**change)
