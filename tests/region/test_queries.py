"""The region is read once and shown afresh as soon as it is saved."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.images import ImageFile
from django.utils.translation import override
from wagtail.images.models import Image

from digitalradar.region.models import ContactPerson, Region, phone_link
from digitalradar.region.queries import RegionView, contact_people, current_region, partners
from tests.factories.pictures import png
from tests.factories.region import ContactPersonFactory, PartnerFactory, RegionFactory

pytestmark = pytest.mark.django_db


def test_current_region_is_empty_before_anybody_set_it_up():
    assert current_region() == RegionView()
    assert not Region.objects.exists()


def test_current_region_needs_one_query_and_then_none(django_assert_num_queries):
    RegionFactory()
    with django_assert_num_queries(1):
        assert current_region().name == "Kreis Musterland"
    with django_assert_num_queries(0):
        current_region()


def test_current_region_follows_a_change_at_once():
    region = RegionFactory()
    current_region()
    region.name = "Kreis Neuland"
    region.save()
    assert current_region().name == "Kreis Neuland"
    region.delete()
    assert current_region() == RegionView()


def test_current_region_speaks_the_language_of_the_page():
    RegionFactory(about="Ein Angebot.", about_en="An offer.", hours="Montag", hours_en="")
    with override("en"):
        region = current_region()
    assert (region.about, region.hours) == ("An offer.", "Montag")
    assert current_region().about == "Ein Angebot."


def test_current_region_takes_its_name_for_the_wordmark():
    RegionFactory(name="Kreis mit einem wirklich langen Namen")
    assert current_region().wordmark == "Kreis mit einem wirklich lan"
    assert len(current_region().wordmark) == 28


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Wagtail leaves a temporary file open
def test_current_region_shows_its_logo_in_page_size(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    RegionFactory(logo=Image.objects.create(title="Logo", file=ImageFile(png(640, 320), "logo.png")))
    logo = current_region().logo
    assert (logo.width, logo.height) == (160, 80)
    assert logo.url.endswith(".png")


@pytest.mark.parametrize("count", [1, 3])
def test_contact_people_and_partners_need_a_constant_number_of_queries(count, django_assert_num_queries):
    ContactPersonFactory.create_batch(count)
    PartnerFactory.create_batch(count)
    with django_assert_num_queries(2):
        assert (len(contact_people()), len(partners())) == (count, count)


def test_contact_people_stand_in_the_regions_order():
    ContactPersonFactory(name="Beispiel Zwei", sort_order=2)
    ContactPersonFactory(name="Beispiel Eins", sort_order=1)
    assert [person.name for person in contact_people()] == ["Beispiel Eins", "Beispiel Zwei"]


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Anna Beispiel", "AB"), ("Anna Maria von Muster", "AM"), ("Prof. Dr. Lena Probe", "LP"), ("Anna", "A"), ("", "")],
)
def test_initials_are_those_of_first_and_last_name(name, initials):
    assert ContactPerson(name=name).initials == initials


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("030 23125-114", "tel:03023125114"),
        ("+49 (0)30 23125-114", "tel:+493023125114"),
        ("", ""),
        ("Zentrale", ""),
    ],
)
def test_phone_link_dials_the_number(phone, link):
    assert phone_link(phone) == link


def test_contact_person_needs_a_way_to_be_reached():
    with pytest.raises(ValidationError, match="Telefonnummer"):
        ContactPerson(name="Anna Beispiel", role="Förderung").full_clean()


def test_contact_person_needs_the_rights_of_a_photo():
    person = ContactPerson(name="Anna Beispiel", role="Förderung", phone="030 23125-1", photo=Image(title="Foto"))
    with pytest.raises(ValidationError, match="Bildrechten"):
        person.clean()
