"""Read untrusted values without coercing them.

Each reader returns the value in its type or raises :class:`ScoringError` with the
given code. ``True`` is no number here although it is an ``int`` in Python.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from .errors import INVALID_REQUEST, ScoringError

LONGEST_NUMBER = 30  # digits and exponent; keeps 1e999999999 from filling the memory


def is_integer(value: object) -> bool:
    """Tell whether this is a whole number, and neither ``True`` nor ``2.0``."""
    return type(value) is int


def read_mapping(value: object, path: str, code: str = INVALID_REQUEST) -> Mapping[str, Any]:
    """Return an object with text keys; null is an empty one."""
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise ScoringError(code, "must be an object", path)
    if not all(isinstance(key, str) for key in value):
        raise ScoringError(code, "keys must be text", path)
    return value


def read_list(value: object, path: str, code: str = INVALID_REQUEST) -> Sequence[Any]:
    """Return a list; null is an empty one."""
    if value is None:
        return []
    if not isinstance(value, list | tuple):
        raise ScoringError(code, "must be a list", path)
    return value


def read_text(value: object, path: str, code: str = INVALID_REQUEST) -> str:
    """Return a text that is not empty."""
    if not isinstance(value, str) or not value:
        raise ScoringError(code, "must be a text that is not empty", path)
    return value


def read_optional_text(value: object, path: str, code: str = INVALID_REQUEST) -> str | None:
    """Return a text, or None for null."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise ScoringError(code, "must be a text", path)
    return value


def read_integer(value: object, path: str, code: str, low: int, high: int | None = None) -> int:
    """Return a whole number from ``low`` to ``high`` (None: no upper limit)."""
    if type(value) is not int or value < low or (high is not None and value > high):
        span = f"from {low} to {high}" if high is not None else f"of at least {low}"
        raise ScoringError(code, f"must be a whole number {span}", path)
    return value


def read_decimal(value: object, path: str, code: str) -> Fraction:
    """Return a decimal number exactly.

    A binary float, as a YAML or JSON reader may hand it over, counts as the decimal that
    it prints as: 0.3 is 3/10 and not 5404319552844595/18014398509481984.
    """
    if isinstance(value, float):
        value = Decimal(repr(value))
    if type(value) is int and abs(value) < 10**LONGEST_NUMBER:
        return Fraction(value)
    if isinstance(value, Decimal) and value.is_finite():
        digits, exponent = value.as_tuple()[1:]
        if len(digits) <= LONGEST_NUMBER and abs(int(exponent)) <= LONGEST_NUMBER:
            return Fraction(value)
    raise ScoringError(code, "must be a decimal number of ordinary length", path)
