"""What the access log tells of a request."""

import logging

import pytest

pytestmark = pytest.mark.django_db


def access_lines(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    return [line for line in caplog.records if line.name == "digitalradar.access"]


def test_request_is_logged_without_anything_personal(client, caplog):
    caplog.set_level(logging.INFO)
    client.get("/gibt-es-nicht/?q=Anna", REMOTE_ADDR="203.0.113.5", headers={"User-Agent": "Firefox-of-Anna"})
    [line] = access_lines(caplog)
    assert (line.method, line.path, line.status) == ("GET", "/gibt-es-nicht/", 404)
    assert line.ms >= 0
    everything = " ".join(str(value) for value in vars(line).values())
    assert "Anna" not in everything
    assert "203.0.113.5" not in everything


def test_health_checks_are_not_logged(client, caplog):
    caplog.set_level(logging.INFO)
    assert client.get("/healthz").status_code == 200
    assert access_lines(caplog) == []


def test_request_id_stands_in_the_answer(client):
    assert len(client.get("/healthz")["X-Request-ID"]) == 16
    assert client.get("/healthz", headers={"X-Request-ID": "from-proxy-1"})["X-Request-ID"] == "from-proxy-1"
    assert client.get("/healthz", headers={"X-Request-ID": "a\nb<script>"})["X-Request-ID"] != "a\nb<script>"
