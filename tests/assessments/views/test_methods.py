"""Every address answers every method, and only a post changes anything."""

import pytest
from django.test import Client

from tests.assessments.views.page import Page
from tests.assessments.views.routes import FORMS, NAMES, ONLY_POST, STORES_NOTHING, address, snapshot
from tests.factories.assessments import make_answered_run, share, shipped

pytestmark = pytest.mark.django_db


@pytest.fixture
def run():
    """A run with a result, so that every page has something to show."""
    run = make_answered_run(value=2, size="10-49")
    shipped("dii")  # its criteria are confirmed beside the result
    Client().post(run.url("result"))
    share(run)
    return run


@pytest.mark.parametrize("name", NAMES)
def test_reading_changes_nothing_and_head_is_get_without_a_body(client, run, name):
    before = snapshot()
    got, headed = client.get(address(name, run)), client.head(address(name, run))
    assert got.status_code == headed.status_code == (405 if name in ONLY_POST else got.status_code)
    assert got.status_code in (200, 302, 405)
    assert headed.content == b""
    assert snapshot() == before


@pytest.mark.parametrize("name", NAMES)
def test_other_methods_are_refused_in_our_look(client, run, name):
    before = snapshot()
    for method in ("OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"):
        answer = client.generic(method, address(name, run))
        assert answer.status_code == 405
        assert set(answer["Allow"].split(", ")) <= {"GET", "HEAD", "POST"}
        assert "So lässt sich diese Adresse nicht aufrufen" in Page(answer).text
    assert snapshot() == before


@pytest.mark.parametrize("name", [name for name in NAMES if name not in FORMS])
def test_pages_without_a_form_take_no_posts(client, run, name):
    before = snapshot()
    answer = client.post(address(name, run), {"value": "5"})
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")
    assert snapshot() == before


@pytest.mark.parametrize("name", [name for name in FORMS if name not in STORES_NOTHING])
def test_forms_do_something_when_all_is_right(client, run, name):
    """Without this the refusals tested elsewhere could come from a form that never worked."""
    before = snapshot()
    if name == "result":
        client.post(address("save_one", run), FORMS["save_one"])
    assert client.post(address(name, run), FORMS[name]).status_code in (200, 302)
    assert snapshot() != before


@pytest.mark.parametrize("name", FORMS)
def test_post_without_or_with_a_wrong_csrf_token_is_refused(run, name):
    visitor = Client(enforce_csrf_checks=True)
    visitor.get(run.url("profile"))
    before = snapshot()
    for token in ({}, {"csrfmiddlewaretoken": ""}, {"csrfmiddlewaretoken": "x" * 64}, {"csrfmiddlewaretoken": "<b>"}):
        answer = visitor.post(address(name, run), FORMS[name] | token)
        assert answer.status_code == 403
        assert "Ihre Eingabe wurde nicht gespeichert." in Page(answer).text
    assert snapshot() == before


@pytest.mark.parametrize("name", FORMS)
def test_post_with_the_token_of_the_page_is_taken(run, name):
    visitor = Client(enforce_csrf_checks=True)
    token = Page(visitor.get(run.url("profile"))).hidden["csrfmiddlewaretoken"]
    answer = visitor.post(address(name, run), FORMS[name] | {"csrfmiddlewaretoken": token})
    assert answer.status_code in ((400,) if name in STORES_NOTHING else (200, 302))


@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
def test_post_from_another_site_is_refused_even_with_the_right_token(run, origin):
    visitor = Client(enforce_csrf_checks=True, headers={"Origin": origin})
    token = Page(visitor.get(run.url("profile"))).hidden["csrfmiddlewaretoken"]
    before = snapshot()
    answer = visitor.post(run.url("save_one"), FORMS["save_one"] | {"csrfmiddlewaretoken": token})
    assert answer.status_code == 403
    assert snapshot() == before
