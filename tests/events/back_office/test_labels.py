"""What is made up says so wherever hosts see it."""

import pytest

from digitalradar.events.documents import signing_list
from digitalradar.events.exports import participant_rows
from digitalradar.events.models import Registration
from tests.events.back_office.host import address, bookable
from tests.factories.events import book
from tests.factories.staff import EVERYTHING, staff_client
from tests.pdf_reader import Document

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["overview", "people", "message"])
def test_screens_say_that_people_are_made_up(name):
    occurrence = bookable(is_example=True).occurrence
    page = staff_client(role=EVERYTHING).get(address(name, occurrence.pk)).content.decode()
    assert "Beispieldaten:" in page


def test_papers_and_exports_say_it_too():
    offer = bookable(is_example=True)
    book(offer)
    Registration.objects.update(is_example=True)
    assert Document(signing_list(offer.occurrence).content).says("Beispieldaten: frei erfunden.")
    assert [row["Beispieldaten"] for row in participant_rows(offer.occurrence)] == ["ja"]
