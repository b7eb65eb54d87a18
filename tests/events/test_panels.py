"""„Nächster Termin zum Thema“ beside a guide."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils.timezone import now

from digitalradar.core.panels import slot_tags
from digitalradar.events import panels
from digitalradar.events.models import Occurrence
from digitalradar.topics.models import TopicField
from tests.factories.events import make_occurrence

pytestmark = pytest.mark.django_db


@pytest.fixture
def topic() -> TopicField:
    return TopicField.objects.update_or_create(
        id="prozesse", defaults={"title": "Abläufe", "title_en": "Processes", "order": 1}
    )[0]


def shown(rf, topic_field_id: str = "prozesse") -> str:
    content = panels.next_date(rf.get("/"), SimpleNamespace(topic_field_id=topic_field_id))
    return content["row"]["title"] if content else ""


def on_topic(topic: TopicField, title: str, days: float, **fields) -> Occurrence:
    occurrence = make_occurrence(title=title, starts_at=now() + timedelta(days=days), **fields)
    occurrence.topic_fields.add(topic)
    return occurrence


def test_next_date_on_the_topic_is_shown(rf, topic):
    assert shown(rf) == ""
    on_topic(topic, "abgesagt", 1, state=Occurrence.State.CANCELLED)
    on_topic(topic, "Entwurf", 2, state=Occurrence.State.DRAFT)
    on_topic(topic, "vorbei", -3)
    on_topic(topic, "läuft", -0.01)
    on_topic(topic, "später", 9)
    on_topic(topic, "nächster", 5)
    make_occurrence(title="ohne Thema", starts_at=now() + timedelta(days=3))
    assert (shown(rf), shown(rf, "anderes")) == ("nächster", "")


def test_panel_changes_with_the_dates(rf, topic):
    first = on_topic(topic, "erster", 5)
    assert shown(rf) == "erster"
    first.topic_fields.clear()
    assert shown(rf) == ""
    assert "events" in slot_tags("guide.aside", SimpleNamespace(pk=1))


def test_page_without_topic_shows_nothing(rf):
    assert panels.next_date(rf.get("/"), SimpleNamespace()) is None
