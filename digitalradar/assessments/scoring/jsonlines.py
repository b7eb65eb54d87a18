"""Requests as JSON Lines: one request per line in, one result per line out.

Numbers with a decimal point are read as decimals. Results are compact, in a stable key order,
in UTF-8 with plain line feeds, so that the same request gives the same bytes everywhere.
"""

import json
from decimal import Decimal
from typing import Any, BinaryIO, NoReturn

from .errors import INVALID_REQUEST, ScoringError
from .requests import run_request

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def main(stdin: BinaryIO, stdout: BinaryIO) -> int:
    """Answer each request line; blank lines are skipped.

    A refusal is a result like any other, so the return value is 0 as long as the results
    can be written, and 1 if the reader has gone away.
    """
    try:
        for number, line in enumerate(stdin):
            request = line.removeprefix(_BYTE_ORDER_MARK) if number == 0 else line
            if request.strip():
                stdout.write(answer_line(request))
                stdout.flush()
    except BrokenPipeError:
        return 1
    return 0


def answer_line(line: bytes) -> bytes:
    """Return the result line of one request line."""
    try:
        result = run_request(read_request(line))
    except ScoringError as refusal:
        result = refusal.as_result()
    return write_result(result)


def read_request(line: bytes) -> Any:
    """Return the JSON value of a line, with decimals instead of floats.

    Refused as ``invalid_request``: invalid UTF-8 or JSON, NaN and Infinity, a key twice in one
    object, nesting or digits beyond what Python reads.
    """
    try:
        return json.loads(
            line.decode("utf-8"),
            parse_float=_read_decimal,
            parse_constant=_refuse_constant,
            object_pairs_hook=_object,
        )
    except UnicodeDecodeError:
        raise ScoringError(INVALID_REQUEST, "a line must be UTF-8") from None
    except RecursionError:
        raise ScoringError(INVALID_REQUEST, "the request is nested too deeply") from None
    except ValueError:
        raise ScoringError(INVALID_REQUEST, "a line must be one JSON object") from None


def write_result(result: dict[str, Any]) -> bytes:
    """Return a result as one line."""
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
