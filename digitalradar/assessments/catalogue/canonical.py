"""One byte sequence per content, whatever the layout of the files it was read from."""

import hashlib
import json
from decimal import Decimal
from typing import Any


def canonical(data: Any) -> bytes:
    """Return the document as compact UTF-8 JSON with sorted keys; decimals keep their value, 0.50 is written 0.5.

    ``json.loads(text, parse_float=Decimal)`` gives the same document back. Raises :class:`TypeError` for binary
    floats and anything else a document does not hold.
    """
    return _write(data).encode("utf-8")


def digest(data: Any) -> str:
    """Return the SHA-256 of the canonical form as 64 hexadecimal digits."""
    return hashlib.sha256(canonical(data)).hexdigest()


def _write(value: Any) -> str:
    if isinstance(value, dict):
        items = sorted(value.items())
        return "{" + ",".join(f"{_write(_key(key))}:{_write(item)}" for key, item in items) + "}"
    if isinstance(value, list):
        return "[" + ",".join(_write(item) for item in value) + "]"
    if isinstance(value, Decimal):
        return _decimal(value)
    if value is None or isinstance(value, str | bool | int):
        return json.dumps(value, ensure_ascii=False)
    raise TypeError(f"A catalogue holds no {type(value).__name__}.")


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError(f"A key of a catalogue is a text, not {type(key).__name__}.")
    return key


def _decimal(value: Decimal) -> str:
    if not value.is_finite():
        raise TypeError("A number of a catalogue is finite.")
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
