"""Steps of a result name the next date at which somebody shows how."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from digitalradar.assessments.models import Result
from digitalradar.topics.models import TopicField
from tests.assessments.views.page import Page
from tests.factories.assessments import Run, make_answered_run
from tests.factories.events import make_occurrence
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.usefixtures("shelves")


@pytest.fixture
def run(client) -> Run:
    made = make_answered_run(value=1, sector="handwerk", size="10-49")
    client.post(made.url("result"))
    return made


@pytest.fixture
def guided(run) -> Run:
    """The first three steps have guides: the first two on one topic field, the third on another."""
    for name, topic in zip(first_steps(), ("daten-ki", "daten-ki", "prozesse"), strict=True):
        make_guide(name, topic_field_id=topic)
    return run


def first_steps() -> list[str]:
    return [measure["id"] for measure in Result.objects.get().outcome["measures"][:3]]


def date_on(topic: str, days: int, **fields):
    made = make_occurrence(starts_at=now() + timedelta(days=days), **fields)
    made.topic_fields.set(TopicField.objects.filter(pk=topic))
    return made


def events(client, run: Run) -> list[str]:
    """Return the title of the date beside each step, empty where there is none."""
    return [step["event"]["title"] if step["event"] else "" for step in client.get(run.url("result")).context["steps"]]


def test_each_topic_is_named_once_with_its_next_date(client, guided):
    date_on("daten-ki", 9, title="Später")
    date_on("daten-ki", 3, title="Bald")
    date_on("prozesse", 5, title="Abläufe")
    date_on("nachhaltigkeit", 1, title="Anderes Thema")
    assert events(client, guided) == ["Bald", "", "Abläufe"]
    assert "Bald" in Page(client.get(guided.url("result"))).text


def test_only_dates_count_that_are_to_come_and_take_place(client, guided):
    date_on("daten-ki", 2, state="cancelled")
    date_on("daten-ki", 2, state="draft")
    date_on("daten-ki", -1)
    date_on("daten-ki", 2, publish_at=now() + timedelta(days=1))
    assert events(client, guided) == ["", "", ""]


def test_steps_without_guide_name_no_date(client, run):
    date_on("daten-ki", 2)
    assert events(client, run) == ["", "", ""]


def test_example_dates_say_so(client, guided):
    date_on("daten-ki", 2, is_example=True)
    step = client.get(guided.url("result")).context["steps"][0]
    assert step["event"]["when"].endswith("(Beispieldaten)")


@pytest.mark.parametrize("count", [1, 3])
def test_dates_need_one_query(client, guided, count, django_assert_num_queries):
    for days in range(count):
        date_on("daten-ki", 2 + days)
        date_on("prozesse", 2 + days)
    client.get(guided.url("result"))
    with django_assert_num_queries(8):  # one of them for the dates
        client.get(guided.url("result"))
