"""Log lines for machines and for people."""

import json
import logging
import sys

import pytest

from digitalradar.core.logs import CalmRefusals, JsonFormatter, TextFormatter
from digitalradar.core.middleware.request_id import current_request_id


def record(message: str = "request", name: str = "digitalradar.access", exc_info=None, **extra) -> logging.LogRecord:
    made = logging.LogRecord(name, logging.ERROR, __file__, 1, message, (), exc_info)
    made.__dict__.update(extra)
    return made


def test_json_line_has_the_documented_fields():
    token = current_request_id.set("abcd1234")
    try:
        line = JsonFormatter().format(record(method="GET", path="/check/lauf/geheim/", status=200, ms=1.5, user="Anna"))
    finally:
        current_request_id.reset(token)
    fields = json.loads(line)
    assert fields.pop("time").endswith("+00:00")
    assert fields == {
        "level": "ERROR",
        "logger": "digitalradar.access",
        "message": "request",
        "request": "abcd1234",
        "method": "GET",
        "path": "/check/lauf/***/",
        "status": 200,
        "ms": 1.5,
    }


@pytest.mark.parametrize("formatter", [JsonFormatter(), TextFormatter()])
def test_one_event_is_one_line(formatter):
    assert "\n" not in formatter.format(record("first\n12:00:00 ERROR forged\x1b[2J"))


@pytest.mark.parametrize("formatter", [JsonFormatter(), TextFormatter()])
def test_traceback_is_masked(formatter):
    try:
        raise ValueError("postgresql://radar:s3cret@db refused /check/lauf/geheim/")
    except ValueError:
        line = formatter.format(record("failed", exc_info=sys.exc_info()))
    assert "ValueError" in line
    assert "s3cret" not in line
    assert "geheim" not in line


def test_refused_requests_are_told_without_traceback():
    refused = record("Invalid host", name="django.security.DisallowedHost", exc_info=(ValueError, ValueError(), None))
    assert CalmRefusals().filter(refused)
    assert (refused.levelname, refused.exc_info) == ("WARNING", None)
