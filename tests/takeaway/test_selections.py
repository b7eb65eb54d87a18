"""What the database keeps of a selection, and that tabs at the same moment lose nothing."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import now

from digitalradar.core.errors import DomainError
from digitalradar.core.tokens import hash_token
from digitalradar.takeaway.models import Selection, SelectionItem
from digitalradar.takeaway.queries.selections import find_selection
from digitalradar.takeaway.services import selections
from digitalradar.takeaway.services.selections import (
    delete_expired,
    delete_selection,
    join_selections,
    keep_page,
    lifetime,
    move_item,
    note_item,
    remove_item,
    wind_clock,
)
from tests.assessments.together import together

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def keep(token: str = "", identifier: str = "a") -> str:
    return keep_page(token=token, kind="guide", identifier=identifier, title=identifier.upper()).token


def kept(token: str) -> list[str]:
    return [item.identifier for item in find_selection(token).items.all()]


def make(identifiers: str = "abc") -> str:
    token = ""
    for identifier in identifiers:
        token = keep(token, identifier)
    return token


def test_selection_begins_with_its_first_page_and_only_its_hash_is_stored():
    token = make("ab")
    selection = Selection.objects.get()
    assert selection.token_hash == hash_token(token)
    assert kept(token) == ["a", "b"]
    assert abs(selection.expires_at - now() - lifetime()) < timedelta(minutes=1)


def test_page_is_kept_once():
    token = make("ab")
    assert keep_page(token=token, kind="guide", identifier="a", title="A").was_there
    assert not keep_page(token=token, kind="report", identifier="a", title="A").was_there
    assert kept(token) == ["a", "b", "a"]


def test_database_refuses_the_same_page_twice():
    selection = find_selection(make("a"))
    with pytest.raises(IntegrityError), transaction.atomic():
        SelectionItem.objects.create(selection=selection, kind="guide", identifier="a", title="A", place=9)


@pytest.mark.parametrize("token", ["", "kurz", "A" * 24, "A" * 25, "ä" * 24, "A" * 23 + "\x00"])
def test_unknown_secret_opens_nothing_and_keeping_begins_anew(token):
    make("a")
    assert find_selection(token) is None
    assert keep(token) != token
    assert Selection.objects.count() == 2


def test_expired_selection_opens_nothing_and_is_deleted_with_its_items():
    token, other = make("ab"), make("c")
    Selection.objects.filter(token_hash=hash_token(token)).update(expires_at=now())
    assert find_selection(token) is None
    assert delete_expired() == 1
    assert delete_expired() == 0
    assert kept(other) == ["c"]
    assert SelectionItem.objects.count() == 1


def test_visit_winds_the_clock_once_a_day(django_assert_num_queries):
    selection = find_selection(make("a"))
    with django_assert_num_queries(0):
        assert not wind_clock(selection)
    Selection.objects.update(expires_at=now() + timedelta(days=3))
    assert wind_clock(Selection.objects.get())
    assert Selection.objects.get().expires_at > now() + lifetime() - timedelta(minutes=1)


@pytest.mark.parametrize(
    ("key", "steps", "order"),
    [
        ("guide.a", 1, "bac"),
        ("guide.a", -1, "abc"),
        ("guide.c", -1, "acb"),
        ("guide.c", 1, "abc"),
        ("guide.x", 1, "abc"),
        ("report.a", 1, "abc"),
        ("", 1, "abc"),
    ],
)
def test_entries_are_moved(key, steps, order):
    token = make("abc")
    move_item(token=token, key=key, steps=steps)
    assert "".join(kept(token)) == order
    assert "".join(kept(keep(token, "d"))) == order + "d"


def test_entries_are_noted_and_removed():
    token = make("abc")
    note_item(token=token, key="guide.b", note="Mit Frau Beispiel besprechen")
    remove_item(token=token, key="guide.a")
    remove_item(token=token, key="guide.a")
    items = find_selection(token).items.values_list("identifier", "note")
    assert list(items) == [("b", "Mit Frau Beispiel besprechen"), ("c", "")]


def test_full_selection_takes_nothing_more(monkeypatch):
    monkeypatch.setattr(selections, "MOST_ITEMS", 2)
    token = make("ab")
    with pytest.raises(DomainError, match="Mehr als 2 Einträge"):
        keep(token, "c")
    assert keep_page(token=token, kind="guide", identifier="a", title="A").was_there
    with pytest.raises(DomainError):
        join_selections(token=token, other=make("xy"))
    assert kept(token) == ["a", "b"]


def test_selections_are_joined_without_loss():
    mine, other = make("ab"), make("bc")
    note_item(token=other, key="guide.c", note="wichtig")
    assert join_selections(token=mine, other=other) == 1
    assert join_selections(token=mine, other=other) == 0
    assert join_selections(token=mine, other=mine) == 0
    assert kept(mine) == ["a", "b", "c"]
    assert kept(other) == ["b", "c"]
    assert find_selection(mine).items.get(identifier="c").note == "wichtig"


def test_deleted_selection_leaves_nothing():
    token = make("ab")
    delete_selection(token=token)
    delete_selection(token=token)
    assert Selection.objects.count() == SelectionItem.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_tabs_that_keep_at_the_same_moment_lose_nothing():
    token = make("a")
    names = "bcdefgh"
    together(*[lambda name=name: keep(token, name) for name in names])
    assert sorted(kept(token)) == sorted(f"a{names}")
    assert len(set(find_selection(token).items.values_list("place", flat=True))) == 8


@pytest.mark.django_db(transaction=True)
def test_keeping_the_same_page_twice_at_once_keeps_it_once():
    token = make("a")
    answers = together(*[lambda: keep_page(token=token, kind="guide", identifier="b", title="B").was_there] * 6)
    assert sorted(answers) == [False] + [True] * 5
    assert kept(token) == ["a", "b"]


@pytest.mark.django_db(transaction=True)
def test_changes_at_the_same_moment_keep_every_entry():
    token = make("abcdef")
    together(
        lambda: move_item(token=token, key="guide.a", steps=1),
        lambda: move_item(token=token, key="guide.f", steps=-1),
        lambda: remove_item(token=token, key="guide.c"),
        lambda: note_item(token=token, key="guide.d", note="bleibt"),
        lambda: keep(token, "g"),
        lambda: keep(token, "h"),
    )
    assert sorted(kept(token)) == list("abdefgh")
    assert find_selection(token).items.get(identifier="d").note == "bleibt"


@pytest.mark.django_db(transaction=True)
def test_limit_holds_at_the_same_moment(monkeypatch):
    monkeypatch.setattr(selections, "MOST_ITEMS", 3)
    token = make("a")

    def attempt(name: str) -> bool:
        try:
            keep(token, name)
        except DomainError:
            return False
        return True

    assert sum(together(*[lambda name=name: attempt(name) for name in "bcdefg"])) == 2
    assert len(kept(token)) == 3


@pytest.mark.django_db(transaction=True)
def test_keeping_while_the_selection_is_deleted_loses_no_click():
    token = make("a")
    _gone, answer = together(lambda: delete_selection(token=token), lambda: keep(token, "b"))
    selection = find_selection(answer)
    assert selection is None or "b" in kept(answer)
    if selection is None:  # it was put in before the deletion: gone with it, as asked
        assert answer == token
