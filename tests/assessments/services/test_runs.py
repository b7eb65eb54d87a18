"""A run begins with a secret nobody stores, gets a profile, and leaves nothing behind when it is deleted."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from digitalradar.assessments.models import Assessment, Result
from digitalradar.assessments.queries import find_run
from digitalradar.assessments.services.finishing import show_result
from digitalradar.assessments.services.runs import change_profile, delete_run, start_run
from digitalradar.assessments.tokens import TOKEN_PATTERN, hash_token, new_token
from tests.factories.assessments import make_answered_run, make_run, shipped

pytestmark = pytest.mark.django_db

PROFILE = {"sector": "handwerk", "size": "1-9", "is_solo": True, "place": "Kreis Musterland", "role": "leitung"}


def test_start_run_keeps_what_was_told_and_no_secret():
    run, token = start_run(version=shipped(), profile=PROFILE, answers={"strategie.ziel": {"value": 2}})
    stored = Assessment.objects.values().get(pk=run.pk)
    assert TOKEN_PATTERN.fullmatch(token)
    assert stored["token_hash"] == hash_token(token)
    assert token not in str(stored)
    assert {name: stored[name] for name in PROFILE} == PROFILE
    assert stored["answers"] == {"strategie.ziel": {"value": 2}}
    assert (stored["finished_at"], stored["answered_at"], stored["targets"], stored["done_measures"]) == (
        None,
        None,
        {},
        [],
    )


def test_new_tokens_are_long_and_all_different():
    tokens = {new_token() for _ in range(1000)}
    assert len(tokens) == 1000
    assert all(TOKEN_PATTERN.fullmatch(token) for token in tokens)


def test_find_run_finds_by_the_whole_secret_only():
    run = make_run()
    assert find_run(run.token) == run.row
    others = ["", run.token[:-1], run.token + "A", run.token.swapcase(), new_token(), hash_token(run.token)]
    assert [find_run(other) for other in others] == [None] * len(others)


def test_profile_leaves_out_what_was_not_told():
    assert make_run().row.profile == {}
    assert make_run(**PROFILE).row.profile == {
        "sector": "handwerk",
        "size": "1-9",
        "solo": "yes",
        "region": "Kreis Musterland",
        "role": "leitung",
    }


def test_change_profile_changes_the_profile_alone():
    run = make_run(answers={"strategie.ziel": 4}, sector="handel", place="Kreis Neuland")
    before = Assessment.objects.values().get()
    change_profile(run=run.row, profile={"sector": "handwerk", "size": "10-49", "is_solo": None, "role": ""})
    assert Assessment.objects.values().get() == before | {"sector": "handwerk", "size": "10-49"}


def test_change_profile_does_not_undo_answers_given_meanwhile():
    run = make_run(answers={"strategie.ziel": 4})
    Assessment.objects.update(answers={"strategie.ziel": {"value": 5}})
    change_profile(run=run.row, profile={"sector": "handel"})
    assert (run.stored().sector, run.stored().answers) == ("handel", {"strategie.ziel": {"value": 5}})


def test_change_profile_of_a_run_deleted_meanwhile_does_nothing():
    run = make_run()
    Assessment.objects.all().delete()
    change_profile(run=run.row, profile={"sector": "handel"})
    assert not Assessment.objects.exists()


@pytest.mark.database
@pytest.mark.parametrize("size", ["", "10-49", "50-249", "250+"])
def test_database_knows_nobody_who_works_alone_in_a_larger_firm(size):
    run = make_run(size="1-9", is_solo=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Assessment.objects.update(size=size)
    assert run.stored().size == "1-9"


def test_delete_run_leaves_no_row_of_it():
    run, other = make_answered_run(), make_run()
    show_result(token=run.token)
    delete_run(run.row)
    assert list(Assessment.objects.all()) == [other.row]
    assert not Result.objects.exists()
    assert find_run(run.token) is None


def test_delete_run_lets_the_run_that_followed_live():
    short = make_run("kurz-check")
    follower, _token = start_run(version=shipped(), origin=short.row)
    delete_run(short.row)
    follower.refresh_from_db()
    assert follower.origin is None


@pytest.mark.parametrize(
    ("before", "catalogue", "begun_as"),
    [
        (None, "digital-check", ""),
        ("kurz-check", "digital-check", "short"),
        ("digital-check", "digital-check", "repeat"),
        ("dii", "dii", "repeat"),
        ("digital-check", "dii", "linked"),
        ("digital-check", "kurz-check", ""),
    ],
)
def test_run_remembers_how_it_began(before, catalogue, begun_as):
    origin = make_run(before).row if before else None
    run, _token = start_run(version=shipped(catalogue), origin=origin)
    run.refresh_from_db()
    assert run.begun_as == begun_as
    migration = import_module("digitalradar.assessments.migrations.0008_tell_how_runs_began")
    Assessment.objects.update(begun_as="")
    migration.tell_how_runs_began(apps, None)
    assert Assessment.objects.get(pk=run.pk).begun_as == begun_as
