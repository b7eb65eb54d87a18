"""Dates lead to guides on their topic."""

import pytest

from digitalradar.topics.models import TopicField
from tests.assessments.views.page import Page
from tests.factories.events import make_offer
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.usefixtures("library")


@pytest.fixture
def date(db):
    made = make_offer().occurrence
    made.topic_fields.set(TopicField.objects.filter(pk="daten-ki"))
    return made


def test_date_names_three_guides_for_beginners_first(client, date):
    for number, stage in enumerate((3, 1, 2, 2)):
        make_guide(
            f"thema-{number}", topic_field_id="daten-ki", stage_from=stage, stage_to=5, title=f"Leitfaden {number}"
        )
    make_guide("anderes", topic_field_id="nachhaltigkeit")
    page = client.get(f"/termine/{date.slug}/")
    links = [attributes["href"] for attributes, _text in Page(page).all("a") if "/leitfaeden/" in attributes["href"]]
    wanted = ["thema-1", "thema-2", "thema-3"]
    assert [f"/leitfaeden/{name}/" for name in wanted] == [link for link in links if "thema-" in link]
    assert "/leitfaeden/?themenfeld=daten-ki" in links


@pytest.mark.parametrize("topics", [[], ["daten-ki"]])
def test_date_without_guides_on_its_topic_says_nothing(client, date, topics):
    date.topic_fields.set(TopicField.objects.filter(pk__in=topics))
    make_guide("anderes", topic_field_id="nachhaltigkeit")
    assert "Leitfäden zum Thema" not in client.get(f"/termine/{date.slug}/").content.decode()
