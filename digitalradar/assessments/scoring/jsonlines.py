"""Requests as JSON Lines: one request per line in, one result per line out.

Numbers with a decimal point are read as decimals. Results are compact, in a stable key order,
in UTF-8 with plain line feeds, so that the same request gives the same bytes everywhere.
"""

from typing import BinaryIO

from .errors import ScoringError
from .requests import run_request
from .strict_json import read_json, write_json

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
        result = run_request(read_json(line))
    except ScoringError as refusal:
        result = refusal.as_result()
    return write_json(result)
