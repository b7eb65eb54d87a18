"""The cookie that leads back to the run on this device lives as long as the run."""

import pytest
from django.test import Client

from tests.factories.assessments import make_answered_run, make_run

pytestmark = pytest.mark.django_db

NAME = "digitalradar_run"
DAY = 86_400


def cookie(response) -> tuple[str, int] | None:
    """Return value and lifetime in days of the cookie that a response sets."""
    found = response.cookies.get(NAME)
    return (found.value, found["max-age"] // DAY) if found else None


def test_cookie_is_set_once_and_renewed_once_a_day(client, after):
    after()
    run = make_answered_run()
    assert cookie(client.get(run.url("finish"))) == (run.token, 90)
    assert cookie(client.get(run.url("finish"))) is None
    after(hours=23)
    assert cookie(client.get(run.url("finish"))) is None
    after(hours=25)
    assert cookie(client.get(run.url("answers"))) == (run.token, 90)
    assert cookie(client.get(run.url("finish"))) is None


def test_cookie_lasts_longer_from_the_first_result_on(client, after):
    after()
    run = make_answered_run()
    client.get(run.url("finish"))
    assert cookie(client.post(run.url("result"))) == (run.token, 730)
    assert cookie(client.post(run.url("result"))) is None
    assert cookie(client.get(run.url("result"))) is None
    after(days=2)
    assert cookie(client.get(run.url("result"))) == (run.token, 730)
    assert cookie(Client().get(run.url("result"))) == (run.token, 730)


def test_cookie_of_another_run_is_replaced(client):
    first, second = make_run(), make_run()
    client.get(first.url("finish"))
    assert cookie(client.get(second.url("finish"))) == (second.token, 90)


def test_cookie_goes_with_the_run(client, after):
    after()
    run = make_run()
    client.get(run.url("finish"))
    after(days=2)
    assert cookie(client.post(run.url("delete"))) == ("", 0)


def test_public_pages_set_no_cookie_and_stay_cacheable(client):
    client.get(make_run().url("finish"))
    for address in ("/check/digital-check/beispiel/", "/check/"):
        response = client.get(address)
        assert not response.cookies
        assert "Cache-Control" not in response
