"""Places inside a document as text and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitalradar.assessments.catalogue.paths import parse, render


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), ""),
        (("dimensions", 4, "questions", 1, "weight"), "dimensions[4].questions[1].weight"),
        (("translations", "en", "questions", "a.b", "text"), 'translations.en.questions["a.b"].text'),
        (("measures", "kopien-anlegen"), "measures.kopien-anlegen"),
        (("target_stage", "1-9"), 'target_stage["1-9"]'),
    ],
)
def test_place_is_written_and_read(path, text):
    assert render(path) == text
    assert parse(text) == path


@given(st.lists(st.text(min_size=1) | st.integers(0, 99)).map(tuple))
def test_every_place_comes_back(path):
    assert parse(render(path)) == path
