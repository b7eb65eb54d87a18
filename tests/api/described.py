"""The OpenAPI document narrowed down to the catalogues that are loaded, so that made-up requests reach the rules."""

import copy
import json
from typing import Any

from digitalradar.api.endpoints import openapi_document
from digitalradar.assessments.catalogue import read_catalogue
from digitalradar.assessments.services.catalogues import SHIPPED
from tests.factories.assessments import INSTRUMENTS

SCORE = "/api/v1/catalogues/{catalogue}/score"
READ = "/api/v1/catalogues/{catalogue}"
COMPARED = "/api/v1/benchmarks/{catalogue}"
GUIDES = ("/api/v1/guides/{slug}", "/api/v1/guides/{slug}.md")
GUIDE = "pruefen"  # published by the test
EVENT_PATH = "/api/v1/events/{slug}"
EVENT = "messen"
SCORED = ("digital-check", "cyber-check", "dii")
WORDS = {"staged": [1, 2, 3, 4, 5], "yes_no": ["yes", "no"], "requirement": ["met", "unmet"]}
QUESTIONS = 4  # so many of each catalogue are described one by one


def narrowed() -> dict[str, Any]:
    """Return the document with the ids of real catalogues, and a path of its own for scoring each kind of check."""
    document = json.loads(json.dumps(openapi_document()))
    paths = document["paths"]
    general = paths.pop(SCORE)
    for path in (READ, COMPARED):
        _catalogue_parameter(paths[path]["get"])["schema"] = {"enum": list(INSTRUMENTS)}
    for path, slug in [*((path, GUIDE) for path in GUIDES), (EVENT_PATH, EVENT)]:
        parameters = paths[path]["get"]["parameters"]
        next(parameter for parameter in parameters if parameter.get("name") == "slug")["schema"] = {"enum": [slug]}
    for catalogue in SCORED:
        operation = copy.deepcopy(general["post"])
        operation["operationId"] = f"score_{catalogue}"
        operation["parameters"].remove(_catalogue_parameter(operation))
        operation["requestBody"]["content"]["application/json"] = {"schema": _body(catalogue)}
        paths[SCORE.format(catalogue=catalogue)] = {"post": operation}
    return document


def _catalogue_parameter(operation: dict[str, Any]) -> dict[str, Any]:
    return next(parameter for parameter in operation["parameters"] if parameter.get("name") == "catalogue")


def _body(catalogue: str) -> dict[str, Any]:
    data = read_catalogue(SHIPPED / catalogue).data
    questions = [question for dimension in data["dimensions"] for question in dimension["questions"]][:QUESTIONS]
    stage = {"type": ["integer", "null"], "minimum": 1, "maximum": 5}
    properties = {
        "profile": {"$ref": "#/components/schemas/Profile"},
        "answers": {
            "type": ["object", "null"],
            "properties": {question["id"]: _answer(catalogue, question) for question in questions},
        },
    }
    if catalogue == "digital-check":
        targets = {dimension["id"]: stage for dimension in data["dimensions"]}
        properties["targets"] = {"type": ["object", "null"], "properties": targets, "additionalProperties": False}
        properties["done"] = {"type": ["array", "null"], "items": {"type": "string", "minLength": 1}}
    return {"type": "object", "properties": properties}


def _answer(catalogue: str, question: dict[str, Any]) -> dict[str, Any]:
    words = WORDS[question.get("kind", "staged")]
    if catalogue == "dii":  # Eurostat counts "does not apply" as no, so it is refused
        value: dict[str, Any] = {"enum": [*words, "unknown", None]}
        return {"anyOf": [value, {"type": "object", "properties": {"value": value}}]}
    relevance = {"type": ["integer", "null"], "minimum": 0, "maximum": 3}
    value = {"enum": [*words, "na", "unknown", None]}
    return {"type": ["object", "null"], "properties": {"value": value, "relevance": relevance}}
