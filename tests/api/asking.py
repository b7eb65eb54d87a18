"""Ask the API as a program does."""

import json
from functools import cache
from typing import Any

import jsonschema
from django.http import HttpResponse
from django.test import Client

from digitalradar.api.endpoints import openapi_document

JSON = "application/json"


def get(path: str, language: str = "", **headers: str) -> HttpResponse:
    """Ask for ``/api/v1/<path>``."""
    if language:
        headers["Accept-Language"] = language
    return Client().get(f"/api/v1/{path}", headers=headers)


def post(path: str, body: Any, *, language: str = "", content_type: str = JSON, **headers: str) -> HttpResponse:
    """Send a value as JSON, or bytes as they are."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    if language:
        headers["Accept-Language"] = language
    return Client(enforce_csrf_checks=True).post(f"/api/v1/{path}", content, content_type=content_type, headers=headers)


def assert_described(answer: HttpResponse, schema: str) -> None:
    """Hold an answer against the named part of the OpenAPI document."""
    _validator(schema).validate(json.loads(answer.content))


def assert_problem(answer: HttpResponse, status: int, code: str) -> dict[str, Any]:
    """Return the problem details of a refusal of this status and code."""
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    told = json.loads(answer.content)
    assert (told["status"], told["code"], told["type"]) == (status, code, f"/api/v1/docs/#{code}")
    assert_described(answer, "Problem")
    return told


@cache
def _validator(schema: str) -> jsonschema.Draft202012Validator:
    parts = openapi_document()["components"]["schemas"]
    whole = {"$ref": f"#/components/schemas/{schema}", "components": {"schemas": parts}}
    return jsonschema.Draft202012Validator(whole)
