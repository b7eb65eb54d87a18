"""Runs of staff who are signed in are test runs; nobody else's are."""

import pytest

from digitalradar.accounts.models import User
from digitalradar.assessments.models import Assessment
from digitalradar.assessments.services.runs import start_run
from tests.factories.assessments import make_run, shipped

pytestmark = pytest.mark.django_db

PEOPLE = {
    "visitor": (None, False),
    "signed in without back office": ({}, False),
    "staff": ({"is_superuser": True}, True),
    "staff who may no longer sign in": ({"is_superuser": True, "is_active": False}, False),
}


@pytest.mark.parametrize("person", PEOPLE)
def test_run_started_by_staff_is_a_test_run(client, person):
    fields, is_test = PEOPLE[person]
    shipped()
    if fields is not None:
        client.force_login(User.objects.create_user("jemand@example.org", **fields))
    client.post("/check/digital-check/", {"size": "10-49"})
    assert Assessment.objects.get().is_test is is_test
    assert Assessment.objects.real().exists() is not is_test


def test_visitor_starts_without_a_session(client):
    shipped()
    client.post("/check/digital-check/", {"size": "10-49"})
    assert set(client.cookies) == {"digitalradar_run"}


@pytest.mark.parametrize("is_test", [True, False])
def test_what_follows_a_test_run_is_a_test_run(is_test):
    first = make_run("kurz-check").row
    first.is_test = is_test
    run, _token = start_run(version=shipped(), origin=first)
    assert run.is_test is is_test
