"""Staff switch the example data on and off, and read before what follows."""

import pytest
from django.contrib.messages import get_messages
from wagtail.models import ModelLogEntry

from digitalradar.demo.services import add_example_data, example_state
from digitalradar.region.models import ContactPerson, Partner, Region
from tests.assessments.views.page import Page
from tests.factories.region import ContactPersonFactory, RegionFactory
from tests.factories.staff import EVERYTHING, staff_client

pytestmark = pytest.mark.django_db

INDEX = "/verwaltung/checks/beispieldaten/"
ADD, REMOVE = f"{INDEX}hinzufuegen/", f"{INDEX}entfernen/"


@pytest.fixture
def staff(db):
    return staff_client(role=EVERYTHING)


def message(answer) -> str:
    return " ".join(str(told) for told in get_messages(answer.wsgi_request))


def test_examples_are_added_after_a_question_and_the_step_is_logged(staff):
    assert ADD in staff.get(INDEX).content.decode()
    assert "Jede Seite trägt einen Hinweis" in Page(staff.get(ADD)).text
    assert not Region.objects.exists()
    answer = staff.post(ADD)
    assert (answer.status_code, answer["Location"]) == (302, INDEX)
    assert "Region Ahrensland ist eingerichtet" in message(answer)
    assert Region.objects.get().is_example
    assert ModelLogEntry.objects.filter(action="demo.example_data.added").count() == 1


def test_examples_are_removed_after_a_question_and_own_data_stays(staff):
    add_example_data()
    own = ContactPersonFactory()
    assert "Eigene Daten und Durchläufe bleiben, wie sie sind." in Page(staff.get(REMOVE)).text
    assert ContactPerson.objects.filter(is_example=True).exists()
    answer = staff.post(REMOVE)
    assert "Tragen Sie jetzt Ihre Region ein." in message(answer)
    assert (list(ContactPerson.objects.all()), list(Partner.objects.all()), Region.objects.count()) == ([own], [], 0)
    assert {kind.examples for kind in example_state()} == {0}
    assert ModelLogEntry.objects.filter(action="demo.example_data.removed").count() == 1


def test_own_region_keeps_examples_away_and_the_screen_says_why(staff):
    region = RegionFactory()
    page = staff.get(INDEX)
    assert ADD not in page.content.decode()
    assert "Hinzufügen geht nur, solange" in Page(page).text
    assert "Es ist schon eine Region eingerichtet." in message(staff.post(ADD))
    assert Region.objects.get() == region


def test_removing_where_there_is_nothing_says_so(staff):
    assert "Es gibt keine Beispieldaten." in message(staff.post(REMOVE))
    assert not ModelLogEntry.objects.filter(action="demo.example_data.removed").exists()


def test_both_can_be_done_twice(staff):
    for _time in range(2):
        staff.post(ADD)
        assert Region.objects.count() == 1
    for _time in range(2):
        staff.post(REMOVE)
        assert not Region.objects.exists()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
@pytest.mark.parametrize("address", [INDEX, ADD, REMOVE])
def test_other_methods_are_refused(staff, address, method):
    assert getattr(staff, method)(address).status_code == 405


def test_forms_are_protected():
    client = staff_client(role=EVERYTHING)
    client.handler.enforce_csrf_checks = True
    assert client.post(ADD).status_code == 403
    assert not Region.objects.exists()
