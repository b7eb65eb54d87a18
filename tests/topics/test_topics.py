"""The shared vocabulary and whom to ask about a theme."""

from pathlib import Path

import pytest
import yaml
from django.urls import reverse
from django.utils.translation import override

from digitalradar.accounts.models import User
from digitalradar.topics.models import Dimension, Sector
from digitalradar.topics.queries import contact_for
from digitalradar.topics.vocabulary import load_vocabulary
from tests.factories.region import ContactPersonFactory

PLAN = Path(__file__).parents[2] / "content" / "guide-plan.yaml"

pytestmark = pytest.mark.django_db


def test_vocabulary_is_that_of_the_guide_plan_and_andere():
    load_vocabulary()
    plan = yaml.safe_load(PLAN.read_text())
    expected = [(term["id"], term["title"]) for term in plan["dimensions"]]
    assert list(Dimension.objects.values_list("id", "title")) == expected
    expected = [(term["id"], term["title"]) for term in plan["sectors"]]
    assert list(Sector.objects.values_list("id", "title")) == [*expected, ("andere", "Andere Branche")]


def test_vocabulary_loads_again_without_changing_anything():
    load_vocabulary()
    person = ContactPersonFactory()
    Dimension.objects.get(id="daten").contact_people.add(person)
    Dimension.objects.filter(id="daten").update(title="Daten")
    load_vocabulary()
    dimension = Dimension.objects.get(id="daten")
    assert (dimension.title, list(dimension.contact_people.all())) == ("Daten", [person])
    assert (Dimension.objects.count(), Sector.objects.count()) == (9, 8)


def test_title_follows_the_language():
    dimension = Dimension(title="Daten und KI", title_en="Data and AI")
    assert dimension.local_title == "Daten und KI"
    with override("en"):
        assert dimension.local_title == "Data and AI"


def test_contact_for_names_the_first_person_of_the_theme():
    load_vocabulary()
    general, second, first = (ContactPersonFactory(sort_order=order) for order in (1, 3, 2))
    Dimension.objects.get(id="daten").contact_people.set([second, first])
    assert contact_for("daten") == first
    assert contact_for("technik") == general
    assert contact_for("gibt-es-nicht") == general


def test_contact_for_may_find_nobody():
    assert contact_for("daten") is None


def test_back_office_chooses_people_but_keeps_the_terms(client):
    load_vocabulary()
    person = ContactPersonFactory()
    client.force_login(User.objects.create_superuser("redaktion@example.org", "ein langes Passwort"))
    viewset = Dimension.snippet_viewset
    address = reverse(viewset.get_url_name("edit"), args=["daten"])
    assert client.get(address).status_code == 200
    client.post(address, {"contact_people": [person.pk], "title": "Anders"})
    dimension = Dimension.objects.get(id="daten")
    assert (dimension.title, list(dimension.contact_people.all())) == ("Daten und KI", [person])
    assert client.get(reverse(viewset.get_url_name("add"))).status_code == 302
    client.post(reverse(viewset.get_url_name("delete"), args=["daten"]))
    assert Dimension.objects.filter(id="daten").exists()
