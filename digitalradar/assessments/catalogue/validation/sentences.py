"""Errors of the schema validator in plain sentences, at the place that has to be changed."""

from collections.abc import Callable
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from . import Findings

_TYPES = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping of keys and values",
}


def findings_of(error: Any) -> Findings:
    """Yield place and reason of a ``jsonschema.ValidationError``; unknown and missing keys give one finding each."""
    path = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        known = sorted(error.schema["properties"])
        for key in error.instance:
            if key not in error.schema["properties"]:
                yield (*path, key), _unknown_key(key, known)
    elif error.validator == "required":
        for key in error.validator_value:
            if key not in error.instance:
                yield path, f"The key {key} is missing."
    elif error.instance is None:
        yield path, "Nothing stands here; write a value or leave the key out."
    elif "propertyNames" in error.absolute_schema_path:
        yield (*path, error.instance), _reason(error)
    else:
        yield path, _reason(error)


def _unknown_key(key: str, known: list[str]) -> str:
    close = get_close_matches(key, known, n=1)
    return f"There is no key {key}; did you mean {close[0]}?" if close else f"There is no key {key} here."


def _reason(error: Any) -> str:
    sentence = _SENTENCES.get(error.validator)
    if sentence and not (error.validator == "pattern" and "description" in error.schema):
        return sentence(error.validator_value, error.instance)
    return str(error.schema.get("description", "This is not allowed here."))


def _type(expected: Any, instance: Any) -> str:
    names = [expected] if isinstance(expected, str) else expected
    wanted = " or ".join(_TYPES[name] for name in names)
    hint = " Put it in quotes." if names == ["string"] and isinstance(instance, bool | int | Decimal) else ""
    return f"This has to be {wanted}.{hint}"


def _length(word: str) -> Callable[[Any, Any], str]:
    return lambda limit, instance: f"{word} {limit} entries, this has {len(instance)}."


_SENTENCES: dict[str, Callable[[Any, Any], str]] = {
    "type": _type,
    "enum": lambda allowed, _: f"This has to be one of {', '.join(str(value) for value in allowed)}.",
    "minLength": lambda _, __: "This text must not be empty.",
    "maxLength": lambda limit, text: f"This text may have {limit} characters, it has {len(text)}.",
    "minItems": _length("This list needs at least"),
    "maxItems": _length("This list may have"),
    "uniqueItems": lambda _, __: "An entry stands in this list twice.",
    "minProperties": lambda _, __: "This mapping must not be empty.",
    "minimum": lambda limit, _: f"This has to be at least {limit}.",
    "maximum": lambda limit, _: f"This may be at most {limit}.",
    "exclusiveMinimum": lambda limit, _: f"This has to be above {limit}.",
}
