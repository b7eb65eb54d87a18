"""Strangers' requests, right and wrong, made up from the OpenAPI document: every answer is as described there."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import settings
from schemathesis.checks import positive_data_acceptance

from digitalradar.wsgi import application
from tests.api.described import EVENT, GUIDE, narrowed
from tests.factories.assessments import all_shipped
from tests.factories.events import make_occurrence, make_offer
from tests.factories.knowledge import make_guide
from tests.factories.shelves import add_shelves

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def served(environ, start_response):
    """Answer uncompressed: this client does not unpack."""
    environ.pop("HTTP_ACCEPT_ENCODING", None)
    return application(environ, start_response)


# Every field of an own catalogue in every wrong way makes 12,500 requests; for these, samples have to do.
SAMPLED = {"include-path": "/api/v1/score", "phases": {"coverage": {"enabled": False}}}
config = schemathesis.Config.from_dict({"operations": [SAMPLED]})
schema = schemathesis.openapi.from_dict(narrowed(), config=config)
schema.app = served


@pytest.fixture(autouse=True)
def portal():
    """All catalogues, a guide, a date; the connection stays open between requests, the test needs its transaction."""
    all_shipped()
    add_shelves()
    make_guide(GUIDE)
    make_offer(make_occurrence(slug=EVENT))
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@schema.hook
def map_body(context, body):
    """Write whole numbers as such: 5.0 is an integer to JSON Schema, but a decimal to us, and no stage."""
    if isinstance(body, dict):
        return {key: map_body(context, value) for key, value in body.items()}
    if isinstance(body, list):
        return [map_body(context, value) for value in body]
    return int(body) if isinstance(body, float) and body.is_integer() else body


@schema.parametrize()
@settings(max_examples=40, deadline=None, derandomize=True)
def test_every_answer_is_as_described(case):
    # A catalogue has rules between its parts (ids are unique, prerequisites exist) that no schema can tell.
    is_inline = case.operation.path == "/api/v1/score"
    case.call_and_validate(excluded_checks=[positive_data_acceptance] if is_inline else [])
