"""Requests as JSON Lines: one result per line, the same bytes everywhere, nothing crashes it."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitalradar.assessments.scoring.jsonlines import answer_line, main
from digitalradar.assessments.scoring.requests import OPERATIONS

from .builders import catalogue, dimension, question, staged
from .strategies import moderate

DATA = Path(__file__).parent / "data"
ROOT = Path(__file__).parents[3]


def _answer(text):
    line = answer_line(text if isinstance(text, bytes) else text.encode())
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    return json.loads(line)


def _main(data):
    out = io.BytesIO()
    assert main(io.BytesIO(data), out) == 0
    return out.getvalue()


def test_one_result_per_line_and_blank_lines_are_skipped():
    request = b'{"op":"release","n":12}'
    lines = _main(b"\xef\xbb\xbf" + request + b"\r\n\n   \n" + request + b"\n" + b"oops\n" + request)
    assert lines.splitlines()[:2] == [b'{"action":"publish"}'] * 2
    assert [json.loads(line).get("action") for line in lines.splitlines()] == ["publish", "publish", None, "publish"]


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\xff\xfe",
        b'{"op":"\xc3\x28"}',
        "{",
        "null",
        "[]",
        '"score"',
        "{'op':'score'}",
        '{"op":"release","n":NaN}',
        '{"op":"release","n":Infinity}',
        '{"op":"release","n":-Infinity}',
        '{"op":"release","n":12,"n":9}',
        '{"op":"score","answers":{"q":1,"q":2}}',
        '{"op":"release","n":1e99999999999999999999999}',
        '{"op":"release","n":' + "9" * 5000 + "}",
        "[" * 100_000,
        '{"a":' * 100_000 + "1" + "}" * 100_000,
    ],
)
def test_malformed_lines_are_refused(line):
    assert _answer(line)["error"]["code"] == "invalid_request"


@pytest.mark.parametrize(
    ("number", "code"), [("12.0", "invalid_number"), ("1e2", "invalid_number"), ("1e400", "invalid_number")]
)
def test_decimals_stay_decimals(number, code):
    assert _answer('{"op":"release","n":' + number + "}")["error"]["code"] == code


def test_decimal_weights_are_exact():
    document = catalogue(dimension("d", question("q1", weight=0.1), question("q2", weight=0.2)))
    answers = {"q1": {"value": 2}, "q2": {"value": 1}}
    result = _answer(json.dumps({"op": "score", "catalogue": document, "answers": answers}))
    assert result["dimensions"]["d"]["exact"] == "25/3"


def test_deep_conditions_are_refused():
    condition = '{"not":' * 200 + '{"all":[]}' + "}" * 200
    document = '{"dimensions":[{"id":"d","questions":[{"id":"q","show_if":' + condition + "}]}]}"
    assert _answer('{"op":"score","catalogue":' + document + "}")["error"]["code"] == "invalid_catalogue"


def test_texts_are_written_as_utf_8_and_lone_surrogates_as_escapes():
    assert answer_line('{"op":"partition","groups":{"Büro":9}}'.encode()) == (
        '{"total_shown":true,"total":9,"shown":["Büro"],"hidden":[]}\n'.encode()
    )
    assert answer_line(rb'{"op":"partition","groups":{"\ud800":9}}') == (
        rb'{"total_shown":true,"total":9,"shown":["\ud800"],"hidden":[]}' + b"\n"
    )


def test_a_reader_that_went_away_ends_it():
    class Gone(io.BytesIO):
        def write(self, data):
            raise BrokenPipeError

    assert main(io.BytesIO(b'{"op":"release","n":12}\n'), Gone()) == 1


def test_17_same_bytes_whatever_the_hash_seed():
    """The stored results pin every operation down to the byte, for other platforms, too."""
    requests, results = (DATA / "requests.jsonl").read_bytes(), (DATA / "results.jsonl").read_bytes()
    program = "import sys; from digitalradar.assessments.scoring.jsonlines import main; "
    program += "code = main(sys.stdin.buffer, sys.stdout.buffer); sys.exit(code or 'django' in sys.modules)"
    for seed in ("0", "1"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-c", program], input=requests, capture_output=True, env=environment, check=True
        )
        assert done.stdout == results


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(["q1", "d", "yes"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["value", "q1", "id", "n"]) | st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)
FIELDS = (
    *("catalogue", "profile", "answers", "targets", "done", "values", "histogram", "own", "cells", "n", "published"),
    *("changed", "groups", "floor", "dii_version", "criteria", "size", "benchmarks", "rows"),
    *("staff", "management", "old", "new", "short", "main"),
)


@moderate
@given(
    st.sampled_from(sorted(OPERATIONS)),
    st.dictionaries(st.sampled_from(FIELDS), json_values),
    st.booleans(),
)
def test_any_request_has_a_result_or_a_refusal(operation, fields, with_catalogue):
    request = {"op": operation, **fields}
    if with_catalogue:
        request |= {"catalogue": staged(2), "short": staged(2), "main": staged(2)}
    result = _answer(json.dumps(request))
    assert isinstance(result, dict)
    assert result


@moderate
@given(st.binary(max_size=60))
def test_any_bytes_have_an_answer(line):
    assert isinstance(_answer(line), dict)
