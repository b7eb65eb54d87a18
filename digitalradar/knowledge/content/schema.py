"""The published schemas (JSON Schema 2020-12) of the parsed form, and what breaks them, told in German sentences."""

import json
from collections.abc import Callable, Iterable, Iterator, Set
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from .problem import Place

SCHEMAS = Path(__file__).parent / "schemas"
UNORDERED = ("sectors", "sizes", "terms")  # lists in which the order says nothing
RANGES = ("stages", "hours", "weeks")
_TYPES = {
    "string": "ein Text",
    "integer": "eine ganze Zahl",
    "array": "eine Liste in eckigen Klammern",
    "object": "eine Zuordnung „schlüssel: wert“",
}


def breaches(kind: str, data: dict[str, Any], unread: Set[str] = frozenset()) -> Iterator[tuple[Place, str]]:
    """Yield place and reason of everything in which data differs from its schema.

    ``unread`` are keys whose section could not be read; that was told already.
    """
    for error in _validator(kind).iter_errors(data):
        yield from _told(error, unread)
    for key in RANGES:
        ends = data.get(key)
        if (
            isinstance(ends, list)
            and len(ends) == 2
            and all(isinstance(end, int) for end in ends)
            and ends[0] > ends[1]
        ):
            yield (key,), "Der untere Wert steht zuerst."


@lru_cache(maxsize=8)
def schema(name: str) -> dict[str, Any]:
    """Return a published schema: guide, technology, report, term or shared."""
    published: dict[str, Any] = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    return published


def in_order(key: str, values: Iterable[str]) -> list[str]:
    """Return an unordered list in the one order in which we write it: that of the schema, else by the alphabet."""
    items = schema("shared")["$defs"].get(key, {}).get("items", {})
    known = items.get("enum", [])
    return sorted(values, key=lambda value: (known.index(value) if value in known else 0, value))


@lru_cache(maxsize=8)
def _validator(kind: str) -> Draft202012Validator:
    shared = Resource.from_contents(schema("shared"))
    registry: Registry = Registry().with_resource("shared.schema.json", shared)
    return Draft202012Validator(schema(kind), registry=registry, format_checker=FormatChecker(["date"]))


def _told(error: Any, unread: Set[str]) -> Iterator[tuple[Place, str]]:
    place = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        known = sorted(error.schema["properties"])
        for key in set(error.instance) - set(known):
            yield (*place, key), _unknown(key, known)
    elif error.validator == "required":
        missing = error.message.split("'")[1]
        if missing not in unread:
            yield place, f"Der Schlüssel „{missing}“ fehlt."
    elif error.instance is None:
        yield place, "Hier steht nichts; schreiben Sie einen Wert oder lassen Sie den Schlüssel weg."
    else:
        yield place, _reason(error)


def _unknown(key: str, known: list[str]) -> str:
    close = get_close_matches(key, known, n=1)
    return f"Den Schlüssel „{key}“ gibt es nicht" + (f"; ist „{close[0]}“ gemeint?" if close else ".")


def _reason(error: Any) -> str:
    if error.validator == "pattern":
        return str(error.schema["description"])
    sentence = _SENTENCES.get(error.validator)
    return sentence(error.validator_value, error.instance) if sentence else "Das ist hier nicht erlaubt."


def _type(wanted: str, value: Any) -> str:
    hint = " Setzen Sie den Wert in Anführungszeichen." if wanted == "string" and isinstance(value, int) else ""
    return f"Hier steht {_TYPES[wanted]}.{hint}"


_SENTENCES: dict[str, Callable[[Any, Any], str]] = {
    "type": _type,
    "enum": lambda allowed, value: f"„{value}“ gibt es hier nicht; erlaubt: {', '.join(map(str, allowed))}.",
    "minLength": lambda _limit, _text: "Hier fehlt der Text.",
    "maxLength": lambda limit, text: f"Dieser Text hat {len(text)} Zeichen; erlaubt sind {limit}.",
    "minItems": lambda limit, items: f"Diese Liste hat {len(items)} Einträge; mindestens {limit} gehören hierher.",
    "maxItems": lambda limit, items: f"Diese Liste hat {len(items)} Einträge; erlaubt sind {limit}.",
    "uniqueItems": lambda _value, _items: "Ein Eintrag steht hier zweimal.",
    "minimum": lambda limit, _number: f"Der kleinste erlaubte Wert ist {limit}.",
    "maximum": lambda limit, _number: f"Der größte erlaubte Wert ist {limit}.",
    "format": lambda _format, value: f"„{value}“ ist kein Datum der Form 2026-12-31.",
}
