"""The standing page of a format."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from tests.factories.events import make_occurrence, make_offer

pytestmark = pytest.mark.django_db


def test_format_shows_what_comes_and_what_was(client):
    make_occurrence(kind="tech-tasting", title="kommt")
    make_occurrence(kind="tech-tasting", title="war", starts_at=now() - timedelta(days=9))
    make_occurrence(kind="workshop", title="anderes")
    response = client.get("/tech-tastings/")
    shown = {name: [row["title"] for row in response.context[name]] for name in ("ahead", "past")}
    assert shown == {"ahead": ["kommt"], "past": ["war"]}
    assert "<h1>Tech-Tastings</h1>" in response.content.decode()
    assert "<h1>Tech tastings</h1>" in client.get("/en/tech-tastings/").content.decode()


def test_format_without_dates_says_so(client):
    assert "Zurzeit ist kein Termin geplant." in client.get("/tech-tastings/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_format_needs_constant_queries(client, place, django_assert_num_queries, count):
    for number in range(count):
        for days in (number + 1, -number - 1):
            make_offer(make_occurrence(kind="tech-tasting", place=place, starts_at=now() + timedelta(days=days)))
    client.get("/termine/vergangen/")
    with django_assert_num_queries(8):
        client.get("/tech-tastings/")
