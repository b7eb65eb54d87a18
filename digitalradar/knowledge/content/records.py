"""Between records and plain data: mappings, lists, texts and whole numbers, as they stand in schemas and YAML."""

import dataclasses
import types
import typing
from datetime import date
from typing import Any, TypeVar

Record = TypeVar("Record")


def from_plain(kind: type[Record], data: dict[str, Any]) -> Record:
    """Return the record of data that holds to its schema."""
    hints = _hints(kind)
    return kind(**{name: _value(hints[name], value) for name, value in data.items() if value is not None})


def to_plain(record: Any) -> dict[str, Any]:
    """Return the data of a record; what has no value is left out."""
    fields = ((field.name, getattr(record, field.name)) for field in dataclasses.fields(record))
    return {name: _plain(value) for name, value in fields if value is not None}


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return to_plain(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _value(hint: Any, value: Any) -> Any:
    if isinstance(hint, types.UnionType):
        hint = next(part for part in typing.get_args(hint) if part is not types.NoneType)
    if typing.get_origin(hint) is tuple:
        inner = typing.get_args(hint)[0]
        return tuple(_value(inner, item) for item in value)
    if dataclasses.is_dataclass(hint):
        return from_plain(hint, value)
    return date.fromisoformat(value) if hint is date else value


def _hints(kind: type) -> dict[str, Any]:
    if kind not in _HINTS:
        _HINTS[kind] = typing.get_type_hints(kind)
    return _HINTS[kind]


_HINTS: dict[type, dict[str, Any]] = {}
