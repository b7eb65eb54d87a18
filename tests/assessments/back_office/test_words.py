"""Conditions, values and differences in words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitalradar.assessments.back_office.conditions import condition_words
from digitalradar.assessments.back_office.word_diff import Segment, word_diff
from digitalradar.assessments.back_office.words import label, value_words
from digitalradar.assessments.questionnaire import Questionnaire

TEXTS = Questionnaire(
    0,
    {
        "id": "beispiel",
        "text_language": "de",
        "sectors": [{"id": "handel", "title": "Handel"}],
        "dimensions": [{"id": "d", "questions": [{"id": "d.a", "text": "Wie sichern Sie?"}]}],
        "measures": [{"id": "kopien", "title": "Kopien anlegen"}],
    },
)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ({"profile": "size", "in": ["1-9"]}, "Größe ist 1 bis 9 Personen"),
        ({"profile": "sector", "in": ["handel", "x"]}, "Branche ist Handel oder x"),
        ({"profile": "solo", "in": ["yes"]}, "arbeitet allein ist ja"),
        ({"profile": "role", "in": ["beratung"]}, "Rolle ist Ich berate den Betrieb"),
        ({"question": "d.a", "min": 2}, "Antwort auf „Wie sichern Sie?“ ist mindestens Stufe 2"),
        ({"question": "d.a", "max": 1}, "Antwort auf „Wie sichern Sie?“ ist höchstens Stufe 1"),
        ({"question": "d.a", "in": [3, "na"]}, "Antwort auf „Wie sichern Sie?“ ist Stufe 3 oder trifft nicht zu"),
        ({"not": {"profile": "solo", "in": ["yes"]}}, "nicht (arbeitet allein ist ja)"),
        (
            {"all": [{"question": "d.a", "min": 2}, {"any": [{"question": "d.a", "max": 4}, {"not": {"all": []}}]}]},
            "Antwort auf „Wie sichern Sie?“ ist mindestens Stufe 2 und "
            "(Antwort auf „Wie sichern Sie?“ ist höchstens Stufe 4 oder nicht (immer))",
        ),
        ({"any": []}, "nie"),
        ({"question": "gone", "min": 2}, "Antwort auf gone ist mindestens Stufe 2"),
    ],
)
def test_condition_in_words(raw, words):
    assert condition_words(raw, TEXTS) == words


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("weight", Decimal("1.5"), "1,5"),
        ("na", True, "ja"),
        ("kind", "yes_no", "ja oder nein"),
        ("minutes", {"to": 20, "from": 15, "typical": 18}, "meist: 18; von: 15; bis: 20"),
        ("requires", ["kopien", "x"], "Kopien anlegen; x"),
        ("guides", [{"slug": "a", "grade": 2}, {"slug": "b", "grade": 1}], "a (genau passend); b (hilfreich)"),
        (
            "lifts",
            [{"question": "d.a", "to": 3, "share": Decimal("0.25")}],
            "„Wie sichern Sie?“ von Stufe 1 auf 3, Anteil 0,25",
        ),
        ("replaces", {"id": "alt", "stages": {"1": 1, "2": 1}}, "alt (Stufen 1 → 1, 2 → 1)"),
        ("replaces", {"id": "alt"}, "alt"),
        ("maps_to", [{"question": "d.a"}], "d.a"),
        ("dii", [1, 2], "1; 2"),
        ("help", None, ""),
    ],
)
def test_value_in_words(key, value, words):
    assert value_words(key, value, TEXTS) == words


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("text", "Wortlaut"),
        ("stages[2]", "Stufe 2"),
        ("variants.handel[3]", "Stufe 3 für Handel"),
        ("key_steps[1]", "Schritte, 1."),
        ("minutes.to", "Minuten: bis"),
        ("something_new", "something_new"),
    ],
)
def test_label_of_a_key(key, words):
    assert label(key, TEXTS) == words


def test_only_the_words_that_differ_are_marked():
    before, after = word_diff("Wir sichern täglich.", "Wir sichern stündlich.")
    assert before == [Segment("Wir sichern ", False), Segment("täglich", True), Segment(".", False)]
    assert after == [Segment("Wir sichern ", False), Segment("stündlich", True), Segment(".", False)]


def test_texts_with_hardly_a_word_in_common_are_marked_as_a_whole():
    before, after = word_diff("Gar nicht.", "Täglich, an einem zweiten Ort und geprüft.")
    assert [segment.is_changed for segment in (*before, *after)] == [True, True]


@given(st.text(max_size=60), st.text(max_size=60))
def test_segments_joined_are_the_texts_again(before, after):
    left, right = word_diff(before, after)
    assert "".join(segment.text for segment in left) == before
    assert "".join(segment.text for segment in right) == after
    unchanged = ["".join(segment.text for segment in side if not segment.is_changed) for side in (left, right)]
    assert unchanged[0] == unchanged[1]
