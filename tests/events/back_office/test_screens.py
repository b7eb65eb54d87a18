"""Who may open which screen, how many queries each takes, and what a wrong address gets."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import now

from digitalradar.events.models import Occurrence, Question, Series
from digitalradar.events.services.roles import NAME, add_event_permissions
from tests.events.back_office.host import address, begin, bookable
from tests.factories.events import book, make_occurrence, make_offer
from tests.factories.staff import EVERYTHING, staff_client, staff_user

pytestmark = pytest.mark.django_db

HOME = "/verwaltung/"
DATE, PERSON = "date", "person"
# Screen, method, permission that is enough by itself, and whose id stands in the address.
SCREENS = {
    "overview": ("overview", "get", "events.view_occurrence", DATE),
    "choose": ("choose", "get", "events.add_occurrence", ""),
    "create": ("create", "get", "events.add_occurrence", "kind"),
    "duplicate": ("duplicate", "get", "events.add_occurrence", DATE),
    "edit": ("edit", "get", "events.change_occurrence", DATE),
    "offers": ("offers", "get", "events.change_occurrence", DATE),
    "questions": ("questions", "get", "events.change_occurrence", DATE),
    "agenda": ("agenda", "get", "events.change_occurrence", DATE),
    "material": ("material", "get", "events.change_occurrence", DATE),
    "ask to publish": ("publish", "get", "events.change_occurrence", DATE),
    "move": ("move", "get", "events.change_occurrence", DATE),
    "ask to call off": ("call_off", "get", "events.change_occurrence", DATE),
    "ask to close": ("close", "get", "events.change_occurrence", DATE),
    "close": ("close", "post", "events.change_occurrence", DATE),
    "desk": ("desk", "get", "events.change_registration", DATE),
    "open desk": ("desk", "post", "events.change_registration", DATE),
    "ask to delete": ("delete", "get", "events.delete_occurrence", DATE),
    "afterwards": ("afterwards", "get", "events.view_occurrence", DATE),
    "people": ("people", "get", "events.view_registration", DATE),
    "list": ("list_pdf", "post", "events.view_registration", DATE),
    "csv": ("export", "post", "events.view_registration", "csv"),
    "enter": ("enter", "get", "events.change_registration", DATE),
    "message": ("message", "get", "events.change_registration", DATE),
    "check in": ("act_on_person", "post", "events.change_registration", PERSON),
    "ask to cancel": ("cancel_for", "get", "events.change_registration", PERSON),
    "correct": ("correct", "get", "events.change_registration", PERSON),
}
PERMISSIONS = sorted({screen[2] for screen in SCREENS.values()})


@pytest.fixture
def places() -> dict[str, list]:
    """The parts of addresses: a date that has begun, with one participant."""
    booking = book(bookable())
    occurrence = begin(booking.registration.occurrence)
    pk = occurrence.pk
    return {"": [], "kind": ["workshop"], "csv": [pk, "csv"], DATE: [pk], PERSON: [pk, booking.registration_id]}


def is_let_in(client, screen: str, places: dict[str, list]) -> bool:
    name, method, _permission, of = SCREENS[screen]
    answer = getattr(client, method)(address(name, *places[of]))
    if answer.status_code == 302 and answer["Location"] == HOME:
        return False
    assert answer.status_code in (200, 302), (screen, answer.status_code)
    return True


@pytest.mark.parametrize("screen", SCREENS)
def test_each_screen_asks_for_its_own_permission(screen, places):
    allowed = {permission for permission in PERMISSIONS if is_let_in(staff_client(permission), screen, places)}
    assert allowed == {SCREENS[screen][2]}


@pytest.mark.parametrize("screen", SCREENS)
def test_strangers_are_asked_to_sign_in(client, screen, places):
    name, method, _permission, of = SCREENS[screen]
    answer = getattr(client, method)(address(name, *places[of]))
    assert answer["Location"].startswith("/verwaltung/login/")


def test_editors_may_do_everything_about_dates(places):
    assert add_event_permissions()
    assert add_event_permissions() is None
    user = staff_user()
    user.groups.add(user.groups.model.objects.get(name=NAME))
    from django.test import Client

    client = Client()
    client.force_login(user)
    assert all(is_let_in(client, screen, places) for screen in SCREENS)


def test_who_may_see_dates_sees_neither_names_nor_what_people_wrote():
    offer = bookable()
    question = Question.objects.create(occurrence=offer.occurrence, text="Worum geht es Ihnen?")
    book(offer, access_needs="Rampe", food_needs="vegan", answers={str(question.pk): "um Frau Muster"})
    for permissions, is_shown in (([], False), (["events.view_registration"], True)):
        client = staff_client("events.view_occurrence", *permissions)
        page = client.get(address("overview", offer.occurrence_id)).content.decode()
        assert {word: word in page for word in ("Rampe", "vegan", "um Frau Muster")} == dict.fromkeys(
            ("Rampe", "vegan", "um Frau Muster"), is_shown
        )
        assert "Ada Beispiel" not in page


@pytest.mark.parametrize("name", ["list_pdf", "act_on_person"])
def test_what_is_logged_or_changed_is_no_get(name, places):
    of = PERSON if name == "act_on_person" else DATE
    assert staff_client(role=EVERYTHING).get(address(name, *places[of])).status_code == 405


def test_a_person_of_another_date_is_not_found(places):
    """X24: an address put together by hand leads nowhere."""
    other = book(bookable(), "Bela Beispiel").registration
    client = staff_client(role=EVERYTHING)
    pk = places[DATE][0]
    assert client.get(address("cancel_for", pk, other.pk)).status_code == 404
    assert client.post(address("act_on_person", pk, other.pk), {"act": "arrive"}).status_code == 404
    assert client.post(address("certificate", pk, other.pk)).status_code == 404


@pytest.mark.parametrize("name", ["overview", "edit", "people", "afterwards", "move", "desk"])
def test_an_unknown_date_is_not_found(name):
    assert staff_client(role=EVERYTHING).get(address(name, 999)).status_code == 404


def test_an_unknown_kind_and_ending_are_not_found(places):
    client = staff_client(role=EVERYTHING)
    assert client.get(address("create", "tanztee")).status_code == 404
    assert client.post(address("export", places[DATE][0], "exe")).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_needs_constant_queries(count, django_assert_max_num_queries):
    for number in range(count):
        book(bookable(capacity=7), f"Ada Beispiel{number}")
    client = staff_client("events.view_occurrence", "events.view_registration")
    client.get(address("index"))
    with django_assert_max_num_queries(14):
        page = client.get(address("index")).content.decode()
    assert page.count("1 von 7") == count


@pytest.mark.parametrize("name", ["overview", "people"])
@pytest.mark.parametrize("count", [1, 3])
def test_screens_of_a_date_need_constant_queries(name, count, django_assert_max_num_queries):
    offer = bookable(capacity=2)
    for number in range(count * 2):
        book(offer, f"Ada Beispiel{number}", organisation="Beispiel GmbH")
    client = staff_client(*PERMISSIONS)
    target = address(name, offer.occurrence_id)
    client.get(target)
    with django_assert_max_num_queries(21):
        assert client.get(target).status_code == 200


def test_the_list_narrows_by_kind_state_and_time():
    coming = make_offer(make_occurrence(kind="workshop")).occurrence
    gone = begin(make_offer(make_occurrence(kind="vortrag")).occurrence)
    Occurrence.objects.filter(pk=gone.pk).update(ends_at=gone.starts_at + (gone.ends_at - gone.starts_at) / 8)
    client = staff_client("events.view_occurrence")

    def titles(query: str) -> set[str]:
        page = client.get(address("index") + query).content.decode()
        return {one.title for one in (coming, gone) if one.title in page}

    assert titles("") == {coming.title, gone.title}
    assert titles("?kind=vortrag") == {gone.title}
    assert titles("?when=kommend") == {coming.title}
    assert titles("?state=cancelled") == set()


def test_the_list_begins_with_what_comes_next():
    later, gone, earlier, soon = (make_occurrence(starts_at=now() + timedelta(days=days)) for days in (9, -9, -20, 2))
    page = staff_client("events.view_occurrence").get(address("index")).content.decode()
    asked = staff_client("events.view_occurrence").get(address("index") + "?ordering=starts_at").content.decode()
    dates = (later, gone, earlier, soon)
    assert sorted(dates, key=lambda date: page.index(date.title)) == [soon, later, gone, earlier]
    assert sorted(dates, key=lambda date: asked.index(date.title)) == [earlier, gone, soon, later]


def test_menu_shows_the_group_to_those_who_may():
    assert address("index") in staff_client("events.view_occurrence").get(HOME).content.decode()
    assert address("index") not in staff_client().get(HOME).content.decode()


def test_series_and_places_open(db):
    client = staff_client(role=EVERYTHING)
    bookable()
    assert address("choose") in client.get(address("index")).content.decode()
    series = Series.objects.create(kind="fokusgruppe", title="Runde", slug="runde")
    for name, args in (("event_series:index", []), ("event_series:add", []), ("event_series:edit", [series.pk])):
        assert client.get(reverse(name, args=args)).status_code == 200
    assert client.get(reverse("event_series:dates", args=[series.pk])).status_code == 200
    assert client.get(reverse("event_places:add")).status_code == 200
