"""What the editors of the region can set."""

import pytest
from django.test import Client
from django.urls import reverse

from digitalradar.accounts.models import User
from digitalradar.core import navigation
from digitalradar.region.models import ContactPerson, Region
from digitalradar.region.queries import current_region
from tests.factories.region import RegionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(db) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("redaktion@example.org", "ein langes Passwort"))
    return client


@pytest.fixture
def two_parts(monkeypatch):
    """Register two parts and no other."""
    monkeypatch.setattr(navigation, "_entries", {})
    for order, part in enumerate(["check", "events"]):
        navigation.register(navigation.Entry(part, part.title(), "wagtailadmin_home", order))


def post_data(**changes) -> dict:
    fields = dict.fromkeys(("wordmark", "about", "about_en", "logo", "phone", "hours", "hours_en", "report_email"), "")
    fields |= dict.fromkeys(("funding_statement", "funding_statement_en", "funding_emblem", "funding_url"), "")
    return fields | {"name": "Kreis Musterland"} | changes


def test_settings_page_switches_parts_off(editor, two_parts):
    region = RegionFactory()
    address = reverse("wagtailsettings:edit", args=["region", "region", region.pk])
    assert editor.get(address).status_code == 200
    response = editor.post(address, post_data(visible_parts=["check"]))
    assert response.status_code == 302
    assert Region.objects.get().hidden_parts == ["events"]
    assert current_region().hidden_parts == {"events"}
    assert [entry.part for entry in navigation.visible_entries()] == ["check"]


def test_a_part_that_comes_later_is_on(two_parts):
    RegionFactory(hidden_parts=["events"])
    navigation.register(navigation.Entry("network", "Netzwerk", "wagtailadmin_home", 9))
    assert [entry.part for entry in navigation.visible_entries()] == ["check", "network"]


def test_settings_page_refuses_a_long_wordmark(editor, two_parts):
    region = RegionFactory()
    address = reverse("wagtailsettings:edit", args=["region", "region", region.pk])
    response = editor.post(address, post_data(name="Anders", wordmark="x" * 29))
    assert response.status_code == 200
    assert Region.objects.get().name == "Kreis Musterland"


def test_contact_person_is_added_in_the_back_office(editor):
    address = reverse(ContactPerson.snippet_viewset.get_url_name("add"))
    assert editor.get(address).status_code == 200
    editor.post(address, {"name": "Anna Beispiel", "role": "Förderung", "phone": "030 23125-1", "sort_order": "1"})
    assert ContactPerson.objects.get().name == "Anna Beispiel"
