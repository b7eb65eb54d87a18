"""Secrets stay with their owner: neither logs nor the database know them."""

import io
import logging

import pytest
from django.apps import apps
from django.test import Client

from digitalradar.core.logs import JsonFormatter, TextFormatter
from tests.factories.assessments import make_answered_run

pytestmark = pytest.mark.django_db

LOGGERS = ["", "django", "django.request", "django.security", "digitalradar"]


@pytest.fixture
def logged():
    """Collect everything that is logged while a test runs, in both of our formats."""
    stream = io.StringIO()
    handlers = []
    for formatter in (JsonFormatter(), TextFormatter()):
        handler = logging.StreamHandler(stream)
        handler.setFormatter(formatter)
        handlers += [(logging.getLogger(name), handler) for name in LOGGERS]
    for logger, handler in handlers:
        logger.addHandler(handler)
    yield stream
    for logger, handler in handlers:
        logger.removeHandler(handler)


def test_no_log_line_knows_a_private_link_or_what_was_told(logged, monkeypatch):
    visitor = Client(raise_request_exception=False)
    run = make_answered_run(size="10-49")
    place = "Beispielort 4711"
    visitor.post(run.url("profile"), {"size": "10-49", "place": place})
    visitor.post(run.url("save_one"), {"question": "strategie.ziel", "value": "5"})
    visitor.post(run.url("save_one"), {"question": place, "value": "5"})
    visitor.post(run.url("result"))
    for name in ("run", "finish", "result", "calculation", "data_json", "qr_code", "targets"):
        visitor.get(run.url(name))
        visitor.get(run.url(name, "en"))
    shared = visitor.post(run.url("share"), {"go": "new"}).content.decode().partition("/check/ergebnis/")[2][:24]
    for address in (f"/check/ergebnis/{shared}/", f"/en/check/ergebnis/{shared}/rechnung/"):
        visitor.get(address)
    visitor.post("/check/vergleichen/", {"first_link": run.token, "second_link": f"x{run.token} {place}"})
    visitor.get(run.url("section", dimension="gibt-es-nicht"))
    visitor.put(run.url("finish"))
    visitor.get(run.url("finish") + "?x=%00")
    Client(enforce_csrf_checks=True).post(run.url("delete"))
    monkeypatch.setattr("digitalradar.assessments.views.run.finish_page", lambda opened: 1 / 0)
    assert visitor.get(run.url("finish")).status_code == 500
    lines = logged.getvalue()
    assert "ZeroDivisionError" in lines
    assert "/check/lauf/***/" in lines
    assert len(shared) == 24
    for secret in (run.token, run.row.token_hash, place, shared):
        assert secret not in lines


def test_no_row_of_the_database_holds_a_private_link(client):
    run = make_answered_run(size="10-49")
    client.get(run.url("finish"))
    client.post(run.url("result"))
    client.post(run.url("share"), {"go": "new"})
    client.post(run.url("repeat"))
    client.post("/check/vergleichen/", {"first_link": run.token, "second_link": run.token})
    for model in apps.get_models():
        assert run.token not in str(list(model._default_manager.values())), model


def test_run_needs_no_session_and_sets_no_other_cookie(client):
    run = make_answered_run(size="10-49")
    client.post(run.url("result"))
    for name in ("finish", "result", "calculation", "answers", "profile"):
        client.get(run.url(name))
    assert set(client.cookies) == {"digitalradar_run", "csrftoken"}
    client.get("/check/")
    client.get("/check/digital-check/beispiel/")
    assert set(client.cookies) == {"digitalradar_run", "csrftoken"}
