"""Read and write JSON without losing or inventing anything: decimals stay decimals, nothing is coerced."""

import json
from decimal import Decimal
from typing import Any, NoReturn

from .errors import INVALID_REQUEST, ScoringError


def read_json(data: bytes) -> Any:
    """Return the JSON value that is written in UTF-8, with decimals instead of floats.

    Refused as ``invalid_request``: invalid UTF-8 or JSON, NaN and Infinity, a key twice in one
    object, nesting or digits beyond what Python reads.
    """
    try:
        return json.loads(
            data.decode("utf-8"),
            parse_float=_read_decimal,
            parse_constant=_refuse_constant,
            object_pairs_hook=_object,
        )
    except UnicodeDecodeError:
        raise ScoringError(INVALID_REQUEST, "a request must be UTF-8") from None
    except RecursionError:
        raise ScoringError(INVALID_REQUEST, "the request is nested too deeply") from None
    except ValueError:
        raise ScoringError(INVALID_REQUEST, "a request must be one JSON object") from None


def write_json(result: dict[str, Any]) -> bytes:
    """Return a result as one compact line in UTF-8 that ends with a line feed; keys keep their order."""
    text = json.dumps(result, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    # A lone surrogate from a JSON escape has no UTF-8: write it as the escape it came from.
    return text.encode("utf-8", "backslashreplace") + b"\n"


def _read_decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except ArithmeticError:  # an exponent beyond what decimals can hold
        raise ValueError(text) from None


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        raise ScoringError(INVALID_REQUEST, "a key stands twice in one object")
    return result
