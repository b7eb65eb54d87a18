"""„Mein Programm“ without an account, and with a registration."""

from datetime import timedelta
from urllib.parse import urlsplit

import icalendar
import pytest
from django.test import Client
from django.utils.timezone import now

from digitalradar.events.models import Booking, Offer
from digitalradar.events.services.erasing import erase
from digitalradar.events.services.links import personal_token
from digitalradar.programmes.models import Plan
from digitalradar.programmes.services.plans import delete_expired
from digitalradar.programmes.services.releasing import release
from tests.assessments.together import together
from tests.factories.events import assert_places_right, book
from tests.factories.programmes import make_day, make_item, make_room
from tests.pdf_reader import Document

pytestmark = pytest.mark.django_db
OWN_PAGE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def day():
    """Return a released day with two items at once, one later, and one seat to book."""
    day = make_day()
    make_item(day, "Daten teilen", room=make_room(day))
    make_item(day, "Cobots", after=75, room=make_room(day))
    make_item(day, "Werkstatt", after=240, seats=1)
    release(occurrence=day)
    return day


def key(day, title: str) -> str:
    return day.programme.get(title=title).uid.hex


def keep(client, day, title: str):
    return client.post(f"/termine/{day.slug}/programm/merken/", {"item": key(day, title)}, headers=OWN_PAGE)


def titles(plan_page) -> list[str]:
    return [row["title"] for row in plan_page.context["rows"]]


def test_picked_items_are_found_again_by_cookie_and_link(client, day):
    answer = keep(client, day, "Daten teilen")
    path = urlsplit(answer["Location"]).path
    page = client.get(answer["Location"])
    assert titles(page) == ["Daten teilen"]
    assert "„Daten teilen“ steht jetzt in Ihrem Programm." in page.content.decode()
    assert (page["Cache-Control"], page["X-Robots-Tag"], page["Referrer-Policy"]) == (
        "max-age=0, no-cache, no-store, must-revalidate, private",
        "noindex, nofollow",
        "same-origin",
    )
    keep(client, day, "Cobots")
    assert client.get(f"/termine/{day.slug}/programm/meins/")["Location"] == path
    stranger = Client()
    assert titles(stranger.get(path)) == ["Daten teilen", "Cobots"]
    assert Plan.objects.count() == 1


def test_overlaps_are_only_warned_of(client, day):
    keep(client, day, "Daten teilen")
    page = client.get(keep(client, day, "Cobots")["Location"])
    assert "„Daten teilen“ und „Cobots“ sind zur selben Zeit." in page.content.decode()


def test_ticking_chooses_anew(client, day):
    url = f"/termine/{day.slug}/programm/meins/"
    assert Plan.objects.count() == 0
    client.get(url)
    assert Plan.objects.count() == 0  # looking makes none
    path = client.post(url, {"item": [key(day, "Cobots"), "quatsch"]})["Location"]
    assert titles(client.get(path)) == ["Cobots"]
    client.post(path, {"item": [key(day, "Werkstatt"), key(day, "Daten teilen")]})
    assert titles(client.get(path)) == ["Daten teilen", "Werkstatt"]
    client.post(path, {})
    assert titles(client.get(path)) == []


def test_taken_along_as_calendar_and_paper(client, day):
    path = urlsplit(keep(client, day, "Cobots")["Location"]).path
    calendar = icalendar.Calendar.from_ical(client.get(f"{path}programm.ics").content)
    assert [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")] == ["Cobots"]
    paper = " ".join(Document(client.get(f"{path}programm.pdf").content).texts)
    assert "Cobots" in paper
    assert "Daten teilen" not in paper


def test_form_of_another_site_is_asked_again(day):
    client = Client(enforce_csrf_checks=True)
    url = f"/termine/{day.slug}/programm/merken/"
    page = client.post(url, {"item": key(day, "Cobots")}, headers={"Sec-Fetch-Site": "cross-site"})
    assert (page.status_code, Plan.objects.count()) == (200, 0)
    token = page.context["csrf_token"]
    answer = client.post(url, {"item": key(day, "Cobots"), "csrfmiddlewaretoken": str(token)})
    assert (answer.status_code, Plan.objects.count()) == (302, 1)


@pytest.mark.parametrize("item", ["", "quatsch", "0" * 32])
def test_unknown_items_are_not_found(client, day, item):
    answer = client.post(f"/termine/{day.slug}/programm/merken/", {"item": item}, headers=OWN_PAGE)
    assert (answer.status_code, Plan.objects.count()) == (404, 0)


@pytest.mark.parametrize("token", ["kurz", "x" * 24, "ä" * 24, "x" * 500])
@pytest.mark.parametrize("end", ["", "programm.ics", "programm.pdf", "loeschen/"])
def test_unknown_links_are_not_found(client, token, end):
    assert client.get(f"/mein-programm/{token}/{end}").status_code == 404


def test_deleted_by_hand_and_by_the_clock(client, day):
    path = urlsplit(keep(client, day, "Cobots")["Location"]).path
    assert client.get(f"{path}loeschen/").status_code == 200
    assert Plan.objects.count() == 1
    client.post(f"{path}loeschen/")
    assert (Plan.objects.count(), client.get(path).status_code) == (0, 404)
    path = urlsplit(keep(client, day, "Cobots")["Location"]).path
    assert delete_expired() == 0
    day.starts_at, day.ends_at = now() - timedelta(days=31, hours=8), now() - timedelta(days=30)
    day.save()
    assert client.get(path).status_code == 404
    assert (delete_expired(), Plan.objects.count()) == (1, 0)


def registered(day, name: str = "Ada Beispiel"):
    return book(Offer.objects.get(occurrence=day, title=""), name).registration


def test_registration_gets_one_plan_and_keeps_what_was_picked_before(client, day):
    keep(client, day, "Cobots")
    own = f"/termine/anmeldung/{personal_token(registered(day))}/"
    assert "Mein Programm öffnen" in client.get(own).content.decode()
    first = client.post(f"{own}programm/oeffnen/")["Location"]
    assert titles(client.get(first)) == ["Cobots"]
    assert Client().post(f"{own}programm/oeffnen/")["Location"] == first
    assert Plan.objects.filter(registration__isnull=False).count() == 1
    assert client.get(f"{own}daten.json").json()["own_programme"] == ["Cobots"]


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_make_one_plan(day):
    own = f"/termine/anmeldung/{personal_token(registered(day))}/programm/oeffnen/"
    answers = together(*[lambda: Client().post(own)["Location"]] * 4)
    assert (len(set(answers)), Plan.objects.count()) == (1, 1)


def test_e5_seat_is_booked_on_the_personal_page(client, day):
    first, second = registered(day, "A"), registered(day, "B")
    offer = Offer.objects.get(title="Werkstatt")
    for registration in (first, second):
        url = f"/termine/anmeldung/{personal_token(registration)}/programm/"
        assert "Platz buchen" in client.get(url).content.decode()
        answer = client.post(url, {"offer": offer.pk})
        assert answer.status_code == 302
        page = client.get(answer["Location"]).content.decode()
        assert "Platz buchen" not in page
    booked = Booking.objects.filter(offer=offer).order_by("pk").values_list("state", flat=True)
    assert list(booked) == ["confirmed", "waitlisted"]
    assert_places_right(day)


def test_e5_seats_at_the_same_time_exclude_each_other(client):
    day = make_day()
    make_item(day, "Hier", seats=5, room=make_room(day))
    make_item(day, "Dort", seats=5, room=make_room(day), after=75)
    release(occurrence=day)
    url = f"/termine/anmeldung/{personal_token(registered(day))}/programm/"
    client.post(url, {"offer": Offer.objects.get(title="Hier").pk})
    refused = client.post(url, {"offer": Offer.objects.get(title="Dort").pk})
    assert refused.status_code == 409
    assert "sind zur selben Zeit" in refused.content.decode()


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_e5_last_seat_goes_to_one(day):
    offer = Offer.objects.get(title="Werkstatt")
    tokens = [personal_token(registered(day, f"Person {number}")) for number in range(6)]
    together(
        *[
            lambda token=token: Client().post(f"/termine/anmeldung/{token}/programm/", {"offer": offer.pk})
            for token in tokens
        ]
    )
    states = sorted(Booking.objects.filter(offer=offer).values_list("state", flat=True))
    assert states == ["confirmed"] + ["waitlisted"] * 5
    assert_places_right(day)


def test_who_waits_for_the_day_books_no_seat(client, day):
    whole = Offer.objects.get(occurrence=day, title="")
    Offer.objects.filter(pk=whole.pk).update(capacity=1)
    registered(day, "A")
    waiting = registered(day, "B")
    url = f"/termine/anmeldung/{personal_token(waiting)}/programm/"
    client.post(url, {"offer": Offer.objects.get(title="Werkstatt").pk})
    assert list(waiting.bookings.values_list("state", flat=True)) == ["waitlisted"]
    assert "sobald Sie einen Platz am Termin selbst haben" in client.get(url.removesuffix("programm/")).content.decode()


@pytest.mark.parametrize("offer", ["", "x", "0", "999999", "-1"])
def test_what_is_no_seat_books_nothing(client, day, offer):
    registration = registered(day)
    url = f"/termine/anmeldung/{personal_token(registration)}/programm/"
    assert client.post(url, {"offer": offer}).status_code == 200
    assert registration.bookings.count() == 1


@pytest.mark.parametrize("count", [1, 3])
def test_constant_queries(client, count, django_assert_num_queries):
    day = make_day()
    for number in range(count):
        make_item(day, f"Punkt {number}", after=60 * number, seats=4)
    release(occurrence=day)
    keys = [item.uid.hex for item in day.programme.all()]
    path = client.post(f"/termine/{day.slug}/programm/meins/", {"item": keys})["Location"]
    client.get(path)
    with django_assert_num_queries(10):
        assert len(titles(client.get(path))) == count


def test_x19_plan_goes_with_the_data_of_its_registration(client, day):
    registration = registered(day)
    opened = client.post(f"/termine/anmeldung/{personal_token(registration)}/programm/oeffnen/")
    assert Plan.objects.filter(registration=registration).count() == 1, opened.status_code
    erase(registration)
    assert not Plan.objects.exists()
