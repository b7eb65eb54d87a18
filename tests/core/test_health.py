"""``/healthz`` tells when the portal can serve."""

import pytest
from django.db import DatabaseError, connection

from digitalradar import __version__
from digitalradar.core import readiness
from digitalradar.core.middleware import health

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    """A process that has not looked at its database yet."""
    state = readiness.Readiness()
    monkeypatch.setattr(health, "readiness", state)
    return state


def test_ready_portal_says_so(client):
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "version": __version__, "database": connection.vendor}
    assert "no-store" in answer["Cache-Control"]


def test_any_host_and_no_language_are_needed(client):
    assert client.get("/healthz", headers={"Host": "10.0.0.7", "Accept-Language": "en"}).status_code == 200


def test_unreachable_database_is_told_without_its_address(client):
    def refuse(*args):
        raise DatabaseError("connection to db.example.org as radar failed")

    with connection.execute_wrapper(refuse):
        answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json() == {
        "status": "unavailable",
        "reason": "The database cannot be reached.",
        "version": __version__,
    }


def test_missing_migrations_make_it_wait_and_their_coming_is_noticed(client, fresh, monkeypatch):
    monkeypatch.setattr(readiness, "RETRY_SECONDS", 0)
    monkeypatch.setattr(readiness, "missing_migrations", lambda: ["core.0002_more"])
    assert client.get("/healthz").status_code == 503
    monkeypatch.setattr(readiness, "missing_migrations", list)
    assert client.get("/healthz").status_code == 200


def test_migrations_are_compared_once(client, fresh, django_assert_num_queries):
    client.get("/healthz")
    with django_assert_num_queries(1):
        client.get("/healthz")
