"""Dates as visitors meet them."""

import pytest

from digitalradar.events.models import Occurrence, Place
from digitalradar.topics.models import TopicField
from tests.factories.events import make_occurrence, make_offer


@pytest.fixture
def place(db) -> Place:
    return Place.objects.create(
        name="Haus am Markt", street="Markt 1", postcode="12345", town="Musterstadt", is_step_free=True
    )


@pytest.fixture
def topic(db) -> TopicField:
    return TopicField.objects.update_or_create(
        id="prozesse", defaults={"title": "Abläufe", "title_en": "Processes", "order": 1}
    )[0]


@pytest.fixture
def occurrence(place) -> Occurrence:
    """A workshop in two weeks with three places."""
    occurrence = make_occurrence(title="Sensoren ausprobieren", slug="sensoren", place=place)
    make_offer(occurrence)
    return occurrence
