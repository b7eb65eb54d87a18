"""What the doctor says about dates."""

import pytest

from digitalradar.core.checkup import Level
from digitalradar.events.checkup import check_dates
from digitalradar.events.models import Occurrence, Offer
from digitalradar.events.services.desk_links import open_desk
from tests.factories.events import book, make_offer
from tests.factories.region import ContactPersonFactory

pytestmark = pytest.mark.django_db


def findings() -> list[tuple[str, str]]:
    return [(finding.level, finding.text) for finding in check_dates()]


@pytest.fixture
def offer(db):
    made = make_offer(reserved=1)
    Occurrence.objects.update(contact=ContactPersonFactory())
    return made


def test_all_is_well(offer):
    book(offer)
    assert findings() == [(Level.OK, "1 dates, their counters agree with the bookings.")]


@pytest.mark.parametrize("field", ["seats_taken", "reserved_used"])
def test_counter_that_differs_from_the_rows_is_missing_something(offer, field):
    Offer.objects.update(**{field: 1})
    ((level, text),) = findings()
    assert (level, offer.occurrence.slug in text) == (Level.MISSING, True)


def test_date_without_contact_is_named(offer):
    Occurrence.objects.update(contact=None)
    ((level, text),) = findings()
    assert (level, offer.occurrence.slug in text) == (Level.WARNING, True)


def test_desk_link_of_a_cancelled_date_is_named(offer):
    open_desk(occurrence=offer.occurrence)
    assert [level for level, _text in findings()] == [Level.OK]
    Occurrence.objects.update(state=Occurrence.State.CANCELLED)
    assert [level for level, _text in findings()] == [Level.WARNING]


@pytest.mark.parametrize("count", [1, 5])
def test_constant_queries_and_short_sentences(count, django_assert_num_queries):
    for _number in range(count):
        make_offer()
    with django_assert_num_queries(3):
        ((_level, text),) = findings()
    assert ("and 2 more" in text) == (count == 5)
