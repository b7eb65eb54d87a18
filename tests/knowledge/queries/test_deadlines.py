from datetime import date

import pytest

from digitalradar.knowledge.models import Fact
from digitalradar.knowledge.queries.deadlines import NextDeadline, next_deadlines
from tests.factories.knowledge import make_guide

TODAY = date(2026, 11, 21)
AS_OF = date(2026, 11, 20)


@pytest.fixture
def facts(shelves):
    for name in ("F-PRO-01", "F-PRO-02"):
        Fact.objects.create(id=name, topic="Prozesse", text="Gilt.", as_of="20.11.2026", is_certain=True)


def guide_with(identifier, *deadlines, **fields):
    """Publish a guide with deadlines, each (date, text, fact)."""
    blocks = [("deadline", {"date": day, "text": text, "fact": fact}) for day, text, fact in deadlines]
    return make_guide(identifier, deadlines=blocks, as_of=AS_OF, **fields)


def test_nearest_deadlines_come_first_and_past_ones_are_gone(facts):
    guide_with("spaet", (date(2028, 1, 1), "Später.", ""), (date(2026, 11, 20), "Vorbei.", ""))
    guide_with("heute", (TODAY, "Heute.", ""))
    assert next_deadlines("de", TODAY, 3) == [
        NextDeadline(TODAY, "Heute.", "heute", AS_OF, "de"),
        NextDeadline(date(2028, 1, 1), "Später.", "spaet", AS_OF, "de"),
    ]
    assert [due.guide for due in next_deadlines("de", TODAY, 1)] == ["heute"]


def test_deadline_that_several_guides_name_stands_once(facts):
    day = date(2027, 1, 20)
    guide_with("eins", (day, "Die Verordnung gilt.", "F-PRO-01"))
    guide_with("zwei", (day, "Anders gesagt.", "F-PRO-01"), (day, "Etwas anderes.", "F-PRO-02"))
    assert [(due.text, due.guide) for due in next_deadlines("de", TODAY, 3)] == [
        ("Die Verordnung gilt.", "eins"),
        ("Etwas anderes.", "zwei"),
    ]


def test_english_words_count_where_there_are_any(facts):
    day, later = date(2027, 1, 20), date(2027, 2, 1)
    guide_with("eins", (day, "Auf Deutsch.", "F-PRO-01"), (later, "Nur deutsch.", "F-PRO-02"))
    guide_with("eins", (day, "In English.", "F-PRO-01"), language="en")
    assert [(due.text, due.language) for due in next_deadlines("en", TODAY, 3)] == [
        ("In English.", "en"),
        ("Nur deutsch.", "de"),
    ]
    assert [due.text for due in next_deadlines("de", TODAY, 3)] == ["Auf Deutsch.", "Nur deutsch."]


def test_retired_guides_name_no_deadline(facts):
    guide_with("eins", (date(2027, 1, 20), "Gilt.", "F-PRO-01")).unpublish()
    assert next_deadlines("de", TODAY, 3) == []


@pytest.mark.parametrize("count", [1, 3])
def test_deadlines_need_one_query(facts, count, django_assert_num_queries):
    for number in range(count):
        guide_with(f"frist-{number}", (date(2027, 1, number + 1), "Gilt.", ""))
    with django_assert_num_queries(1):
        assert len(next_deadlines("de", TODAY, 3)) == count
