"""The example region comes where nothing is set up, and goes without a trace."""

import pytest
from django.core.management import call_command

from digitalradar.demo.example_region import add_example_region, remove_example_region, start_with_example
from digitalradar.region.models import ContactPerson, Partner, Region
from digitalradar.topics.models import Dimension
from digitalradar.topics.queries import contact_for
from digitalradar.topics.vocabulary import load_vocabulary
from tests.factories.region import ContactPersonFactory, RegionFactory

pytestmark = pytest.mark.django_db


def rows() -> list:
    return [list(model.objects.order_by("pk").values()) for model in (Region, ContactPerson, Partner)]


@pytest.fixture(autouse=True)
def _vocabulary(db):
    load_vocabulary()


def test_example_is_marked_and_has_somebody_for_each_theme():
    assert "Region Ahrensland" in add_example_region()
    assert Region.objects.get().is_example
    assert not ContactPerson.objects.filter(is_example=False).exists()
    assert not Partner.objects.filter(is_example=False).exists()
    assert all(contact_for(dimension.pk).dimensions.contains(dimension) for dimension in Dimension.objects.all())


def test_example_uses_only_numbers_and_addresses_that_belong_to_nobody():
    add_example_region()
    phones = [Region.objects.get().phone, *ContactPerson.objects.values_list("phone", flat=True)]
    assert all(phone.startswith("030 23125-") for phone in phones)
    assert all(email.endswith("@example.org") for email in ContactPerson.objects.values_list("email", flat=True))


def test_example_comes_once():
    add_example_region()
    before = rows()
    assert add_example_region() is None
    assert rows() == before


@pytest.mark.parametrize("make", [RegionFactory, ContactPersonFactory])
def test_example_never_mixes_with_what_somebody_entered(make):
    make()
    before = rows()
    assert add_example_region() is None
    assert rows() == before


def test_example_takes_the_place_of_an_empty_region():
    Region.objects.create()
    add_example_region()
    assert Region.objects.get().name == "Region Ahrensland"


def test_example_stays_away_when_the_settings_say_so(settings):
    settings.EXAMPLE_REGION = False
    assert start_with_example() is None
    assert not Region.objects.exists()


def test_removing_leaves_nothing_of_the_example():
    add_example_region()
    assert remove_example_region()
    assert rows() == [[], [], []]
    assert contact_for("daten") is None


def test_removing_leaves_a_region_that_somebody_made_their_own():
    add_example_region()
    Region.objects.update(name="Kreis Musterland", is_example=False)
    own = ContactPersonFactory()
    assert not remove_example_region()
    assert Region.objects.get().name == "Kreis Musterland"
    assert ContactPerson.objects.get() == own


def test_command_adds_and_removes(capsys):
    call_command("demo")
    call_command("demo")
    call_command("demo", "--remove")
    call_command("demo", "--remove")
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(",")[0][:28] for line in lines] == [
        "Region Ahrensland ist einger",
        "Nothing to do: a region is a",
        "The example region is gone. ",
        "The region is not the exampl",
    ]
