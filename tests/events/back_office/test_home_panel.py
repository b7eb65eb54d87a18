"""The first page of the back office says which dates need somebody."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from digitalradar.events.models import Minutes, Occurrence
from digitalradar.events.queries.to_do import to_do
from tests.factories.events import book, make_occurrence, make_offer, request
from tests.factories.staff import staff_client

pytestmark = pytest.mark.django_db

HOME = "/verwaltung/"


def past(kind: str = "netzwerktreffen", days: int = 5, **fields) -> Occurrence:
    return make_occurrence(
        kind=kind, starts_at=now() - timedelta(days=days), publish_at=now() - timedelta(90), **fields
    )


def test_full_dates_are_named_when_somebody_waits():
    full, half = make_offer(capacity=1), make_offer(capacity=2)
    book(full)
    book(half)
    assert to_do().full == []
    book(full, "Ben Beispiel")
    assert to_do().full == [full.occurrence]


def test_requests_are_named_until_they_are_confirmed():
    offer = make_offer()
    book(offer)
    request(offer, "Ben Beispiel")
    assert to_do().unconfirmed == [offer.occurrence]


def test_minutes_are_missed_for_formats_that_go_on():
    met, written = past(), past()
    Minutes.objects.create(occurrence=written, text="<p>Da.</p>")
    past("vortrag")
    past(days=70)
    past(state="cancelled")
    assert to_do().without_minutes == [met]


@pytest.mark.parametrize("count", [1, 3])
def test_panel_asks_three_times(count, django_assert_num_queries):
    for _number in range(count):
        request(make_offer())
        past()
    with django_assert_num_queries(3):
        to_do()


def test_panel_is_for_hosts():
    offer = make_offer()
    request(offer)
    host = staff_client("events.view_occurrence", "events.view_registration").get(HOME).content.decode()
    assert "Noch nicht bestätigte Anmeldungen" in host
    assert offer.occurrence.title in host
    other = staff_client("events.view_occurrence").get(HOME).content.decode()
    assert "Termine: was ansteht" not in other


def test_panel_says_when_nothing_waits():
    host = staff_client("events.view_occurrence", "events.view_registration").get(HOME).content.decode()
    assert "Gerade wartet nichts auf Sie." in host
