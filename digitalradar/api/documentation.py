"""The OpenAPI document as a page for people: operations, their parts, and what each refusal means."""

import json
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from .endpoints import openapi_document
from .problem_texts import KINDS

Schema = dict[str, Any]
SCHEMAS = "#/components/schemas/"
LEFT_OUT = {"InlineRequest"}  # a choice without fields of its own; its operations are told one by one
BOUNDS = (("minimum", "at least {}"), ("exclusiveMinimum", "above {}"), ("maximum", "at most {}"))


@dataclass(frozen=True)
class Row:
    """One field: its name, its type in words, and which named parts the type speaks of."""

    name: str
    kind: str
    parts: list[str]
    text: str
    is_required: bool = False


@dataclass(frozen=True)
class Part:
    """A named part of requests or answers."""

    name: str
    text: str
    rows: list[Row]
    choices: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Operation:
    """One address and method."""

    id: str
    method: str
    path: str
    summary: str
    text: str
    parameters: list[Row]
    request: list[str]
    example: str
    answer: list[str]
    statuses: list[str]


@cache
def operations() -> list[Operation]:
    """Return all operations in the order of the document."""
    document = openapi_document()
    return [
        _operation(document, method.upper(), path, details)
        for path, methods in document["paths"].items()
        for method, details in methods.items()
    ]


@cache
def parts() -> list[Part]:
    """Return all named parts by name."""
    schemas = openapi_document()["components"]["schemas"]
    return [_part(name, schema) for name, schema in sorted(schemas.items()) if name not in LEFT_OUT]


def problems() -> list[dict[str, Any]]:
    """Return what each refusal means, in the language of the page."""
    return [
        {"code": code, "status": int(kind.status), "title": kind.title, "explanation": kind.explanation}
        for code, kind in KINDS.items()
    ]


def _operation(document: Schema, method: str, path: str, details: Schema) -> Operation:
    body = details.get("requestBody", {}).get("content", {}).get("application/json", {})
    answer = next(iter(details["responses"]["200"]["content"].values()))["schema"]
    request = _names(body["schema"]) if body else []
    if request == ["InlineRequest"]:
        request = _parts_of_choices(document["components"]["schemas"]["InlineRequest"])
    return Operation(
        id=details["operationId"],
        method=method,
        path=path,
        summary=details["summary"],
        text=details["description"],
        parameters=[_parameter(document, item) for item in details["parameters"]],
        request=request,
        example=_example(body),
        answer=_names(answer),
        statuses=list(details["responses"]),
    )


def _parameter(document: Schema, item: Schema) -> Row:
    if "$ref" in item:
        item = document["components"]["parameters"][item["$ref"].rsplit("/", 1)[1]]
    schema = item["schema"]
    text = item.get("description") or schema.get("description", "")
    return Row(item["name"], f"{item['in']}: {_kind(schema)}", [], text, item.get("required", False))


def _example(body: Schema) -> str:
    examples = list(body.get("examples", {}).values())
    return json.dumps(examples[0]["value"], ensure_ascii=False, indent=2) if examples else ""


def _part(name: str, schema: Schema) -> Part:
    required = schema.get("required", [])
    rows = [
        Row(key, _kind(item), _names(item), _text(item), key in required)
        for key, item in schema.get("properties", {}).items()
    ]
    choices = [] if rows else [_kind(item) for item in schema.get("oneOf", schema.get("anyOf", [schema]))]
    return Part(name, schema.get("description", ""), rows, choices)


def _parts_of_choices(schema: Schema) -> list[str]:
    """Return the named parts in the fields of all operations."""
    return _names([field for choice in schema["anyOf"] for field in choice["properties"].values()])


def _text(schema: Schema) -> str:
    """Return what is said about a field, else about the kind of value it has."""
    inner = schema.get("anyOf", [])
    return schema.get("description") or next((item["description"] for item in inner if "description" in item), "")


def _names(schema: Any) -> list[str]:
    """Return the named parts a schema speaks of, each once, without those inside named parts."""
    if isinstance(schema, list):
        found = [name for item in schema for name in _names(item)]
    elif not isinstance(schema, dict):
        found = []
    elif reference := schema.get("$ref"):
        found = [reference.removeprefix(SCHEMAS)]
    else:
        found = _names([item for key, item in schema.items() if key != "properties"])
    return list(dict.fromkeys(found))


def _kind(schema: Schema) -> str:
    """Return a type in words: ``integer, at least 1, at most 5, or null``."""
    if "$ref" in schema:
        return schema["$ref"].removeprefix(SCHEMAS)
    if choices := schema.get("anyOf") or schema.get("oneOf"):
        return " or ".join(dict.fromkeys(_kind(item) for item in choices))
    if schema.get("type") == "null":
        return "null"
    if "const" in schema:
        return json.dumps(schema["const"])
    if "enum" in schema:
        return " | ".join(json.dumps(value, ensure_ascii=False) for value in schema["enum"])
    names = schema.get("type", "anything")
    names = [names] if isinstance(names, str) else names
    words = [_container(name, schema) for name in names if name != "null"]
    bounds = [text.format(schema[key]) for key, text in BOUNDS if key in schema]
    return ", ".join([" or ".join(words), *bounds]) + (" or null" if "null" in names else "")


def _container(name: str, schema: Schema) -> str:
    if name == "array" and "items" in schema:
        return f"list of {_kind(schema['items'])}"
    if name == "object" and "properties" in schema and not schema.get("title"):
        return f"object {{{', '.join(schema['properties'])}}}"
    if name == "object" and isinstance(schema.get("additionalProperties"), dict):
        return f"object by id of {_kind(schema['additionalProperties'])}"
    return name
