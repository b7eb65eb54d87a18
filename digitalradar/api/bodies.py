"""Read a body strictly: no type is coerced, so ``"3"``, ``2.5`` and ``true`` reach the rules as they are."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, UnreadablePostError

from digitalradar.assessments.scoring import ScoringError
from digitalradar.assessments.scoring.strict_json import read_json

from .problems import Refused

JSON = "application/json"


def read_body(request: HttpRequest) -> Mapping[str, Any]:
    """Return the JSON object that was sent; decimals stay decimals.

    Raises:
        Refused: it is not said to be JSON, cannot be read, or is no object.
    """
    if request.content_type != JSON:
        raise Refused("unsupported_media_type")
    try:
        value = read_json(request.body)
    except UnreadablePostError as error:
        raise Refused("bad_request") from error
    except ScoringError as refusal:
        raise Refused("unreadable_json", refusal.path, refusal.reason) from refusal
    if not isinstance(value, Mapping):
        raise Refused("invalid_request", reason="a request must be an object")
    return value
