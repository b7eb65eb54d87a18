"""Stations, rounds, seats and equipment in the back office."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.db.models import F
from django.urls import reverse
from django.utils.timezone import now

from digitalradar.events.models import Attendance, Occurrence, Offer
from digitalradar.events.services.attendance import arrive
from digitalradar.events.services.walk_ins import walk_in
from digitalradar.tastings.models import Equipment, Round, Slot, Station
from tests.factories.events import book, entry, make_occurrence, states
from tests.factories.tastings import fill, make_equipment, make_station, make_tasting, make_tasting_date, offer_of

pytestmark = pytest.mark.django_db


def address(name: str, *args: int) -> str:
    return reverse(f"tastings_admin:{name}", args=args)


def name(slot: Slot, station: Station) -> str:
    return f"plaetze-{slot.pk}-{station.pk}"


def test_host_plans_five_rounds_with_a_break(admin_client):
    occurrence = make_tasting_date(
        starts_at=now().replace(hour=13, minute=0, second=0, microsecond=0) + timedelta(days=9)
    )
    break_at = f"{(occurrence.local_start + timedelta(minutes=75)):%H:%M}"
    admin_client.post(address("add", occurrence.pk), {"title": "Cobot", "room": "Halle 1", "order": "1"})
    values = {"rounds": "5", "minutes": "25", "change": "0", "break_at": break_at, "break_minutes": "25"}
    answer = admin_client.post(address("rounds", occurrence.pk), values | {"break_title": "Kaffeepause"})
    assert answer.status_code == 302
    assert [(slot.after, slot.kind) for slot in occurrence.slots.all()] == [
        (0, "round"),
        (25, "round"),
        (50, "round"),
        (75, "break"),
        (100, "round"),
        (125, "round"),
    ]
    station, slot = Station.objects.get(), Slot.objects.first()
    admin_client.post(address("plan", occurrence.pk), {name(slot, station): "4"})
    assert [(cell.slot, cell.offer.capacity) for cell in Round.objects.all()] == [(slot, 4)]


def test_plan_shows_who_has_taken_and_who_waits(admin_client):
    occurrence = make_tasting(2, 2)
    book(offer_of(occurrence), party_size=3)
    book(offer_of(occurrence), "Berta")
    page = admin_client.get(address("plan", occurrence.pk)).content.decode()
    assert ("3 belegt" in page, "1 warten" in page) == (True, True)
    tabs = admin_client.get(reverse("event_dates:overview", args=[occurrence.pk])).content.decode()
    assert address("plan", occurrence.pk) in tabs


def test_other_formats_have_no_plan(admin_client):
    other = make_occurrence()
    assert admin_client.get(address("plan", other.pk)).status_code == 404
    page = admin_client.get(reverse("event_dates:overview", args=[other.pk])).content.decode()
    assert "tastings" not in page


@pytest.mark.parametrize("typed", ["-1", "abc", "201", "1.5", "9" * 30, "²"])
def test_wrong_seats_are_told_and_stay_in_the_field(admin_client, typed):
    occurrence = make_tasting(1, 1)
    answer = admin_client.post(address("plan", occurrence.pk), {name(Slot.objects.get(), Station.objects.get()): typed})
    assert (answer.status_code, "keine Zahl von Plätzen" in answer.content.decode()) == (409, True)
    assert offer_of(occurrence).capacity == 3


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"rounds": "0"}, "1"),
        ({"break_at": "00:01"}, "nicht zwischen zwei Runden"),
        ({"rounds": "24"}, "passen nicht"),
        ({"minutes": "x"}, "Zahl"),
    ],
)
def test_rounds_that_cannot_be(admin_client, values, words):
    occurrence = make_tasting_date()
    sent = {"rounds": "3", "minutes": "25", "change": "0", "break_minutes": "10"} | values
    answer = admin_client.post(address("rounds", occurrence.pk), sent)
    assert (answer.status_code, words in answer.content.decode()) == (400, True)
    assert not Slot.objects.exists()


def test_shared_equipment_is_refused_with_the_reason(admin_client):
    occurrence = make_tasting(2, 1)
    headset = make_equipment()
    Station.objects.get(title="Station 1").equipment.add(headset)
    second = Station.objects.get(title="Station 2")
    values = {"title": "Station 2", "order": "2", "equipment": [str(headset.pk)]}
    answer = admin_client.post(address("station", occurrence.pk, second.pk), values)
    assert (answer.status_code, "gibt es nur einmal" in answer.content.decode()) == (400, True)
    assert list(second.equipment.all()) == []


def test_pieces_in_use_cannot_be_taken_away(admin_client):
    make_tasting(2, 1)
    headset = make_equipment(units=2)
    for station in Station.objects.all():
        station.equipment.add(headset)
    edit = reverse("tasting_equipment:edit", args=[headset.pk])
    assert "Lassen Sie eine davon" in admin_client.post(edit, {"name": "VR-Brille", "units": "1"}).content.decode()
    assert admin_client.post(edit, {"name": "VR-Brille", "units": "3"}).status_code == 302
    assert Equipment.objects.get().units == 3


def test_station_is_deleted(admin_client):
    occurrence = make_tasting(2, 1)
    station = Station.objects.first()
    admin_client.post(address("delete", occurrence.pk, station.pk))
    assert [row.title for row in Station.objects.all()] == ["Station 2"]


def test_t3_walk_in_at_a_station_gets_what_nobody_claims(admin_client):
    occurrence = make_tasting(1, 1, seats=1)
    offer = offer_of(occurrence)
    book(offer, "Ada")
    desk = address("at_station", occurrence.pk, offer.round.pk)
    Occurrence.objects.update(starts_at=now() - timedelta(minutes=15))
    type(offer).objects.update(starts_at=now() - timedelta(minutes=15))
    answer = admin_client.post(desk, {"act": "enter", "name": "Walk", "party_size": "1"}, follow=True)
    assert "Walk wartet am Stand." in answer.content.decode()
    answer = admin_client.post(desk, {"act": "release"}, follow=True)
    assert "1 Anmeldung rückt nach." in answer.content.decode()
    assert states(offer) == {"Ada": "lapsed", "Walk": "attended"}
    assert Attendance.objects.get().way == "walk_in"


def begin(occurrence: Occurrence) -> None:
    """Let a tasting have begun a quarter of an hour ago."""
    since = occurrence.starts_at - (now() - timedelta(minutes=15))
    Occurrence.objects.update(starts_at=F("starts_at") - since, ends_at=F("ends_at") - since)
    Offer.objects.update(starts_at=F("starts_at") - since, ends_at=F("ends_at") - since)


def test_t3_who_is_checked_in_at_the_station_keeps_the_place(admin_client):
    occurrence = make_tasting(1, 2, seats=1)
    offer = offer_of(occurrence)
    booking = book(offer, "Ada")
    begin(occurrence)
    desk = address("at_station", occurrence.pk, offer.round.pk)
    assert "Ist da" in admin_client.get(desk).content.decode()
    for _pressed_twice in range(2):
        page = admin_client.post(desk, {"arrived": booking.pk}, follow=True).content.decode()
        assert "Ada ist eingecheckt." in page
    assert "Ist da" not in page
    admin_client.post(desk, {"act": "enter", "name": "Walk", "party_size": "1"})
    page = admin_client.post(desk, {"act": "release"}, follow=True).content.decode()
    assert "Es wartet niemand am Stand, der einen Platz bekommen könnte." in page
    assert states(offer) == {"Ada": "attended", "Walk": "waitlisted"}
    assert [(row.registration_id, row.way) for row in Attendance.objects.all()] == [(booking.registration_id, "list")]


@pytest.mark.parametrize("value", ["", "x", "0", "9" * 30])
def test_nobody_is_checked_in_who_has_no_place_there(admin_client, value):
    occurrence = make_tasting(1, 2, seats=1)
    other = book(offer_of(occurrence, number=2), "Ada")
    begin(occurrence)
    desk = address("at_station", occurrence.pk, offer_of(occurrence).round.pk)
    for sent in (value, str(other.pk)):
        assert admin_client.post(desk, {"arrived": sent}).status_code == 404
    assert not Attendance.objects.exists()


def test_round_into_which_a_guest_walks_counts_with_those_before():
    occurrence = make_tasting(1, 2, seats=2)
    ada = book(offer_of(occurrence), "Ada").registration
    begin(occurrence)
    assert arrive(ada).attendance.minutes == 25
    walk_in(offer=offer_of(occurrence, number=2), entry=entry("Ada"))
    assert arrive(ada).is_new is False
    assert set(ada.bookings.values_list("state", flat=True)) == {"attended"}
    assert Attendance.objects.get().minutes == 50


def test_too_early_at_the_station(admin_client):
    occurrence = make_tasting(1, 1)
    desk = address("at_station", occurrence.pk, offer_of(occurrence).round.pk)
    assert admin_client.post(desk, {"act": "release"}).status_code == 409
    assert admin_client.post(desk, {"act": "enter", "name": ""}).status_code == 400


def test_permissions(client, django_user_model):
    occurrence = make_tasting(1, 1)
    user = django_user_model.objects.create_user(email="team@example.org", password="x")
    group = Group.objects.create(name="Lesen")
    for codename in ("access_admin", "view_occurrence"):
        group.permissions.add(Permission.objects.get(codename=codename))
    user.groups.add(group)
    client.force_login(user)
    plan = address("plan", occurrence.pk)
    page = client.get(plan).content.decode()
    assert "Plan speichern" not in page
    client.post(plan, {name(Slot.objects.get(), Station.objects.get()): "9"})
    assert offer_of(occurrence).capacity == 3
    closed = [
        address("add", occurrence.pk),
        address("rounds", occurrence.pk),
        address("at_station", occurrence.pk, offer_of(occurrence).round.pk),
        reverse("tasting_equipment:index"),
    ]
    assert [client.get(path).status_code for path in closed] == [302] * 4


CONDITIONS = {"policy": "off", "offer_hours": "24", "max_party": "2", "smaller_may_pass": "on"}


def test_conditions_hold_for_all_rounds_and_for_later_ones(admin_client):
    occurrence = make_tasting(1, 2)
    opens = f"{(now() + timedelta(days=3)).astimezone(occurrence.zone):%Y-%m-%dT%H:%M}"
    admin_client.post(address("conditions", occurrence.pk), CONDITIONS | {"opens_at": opens})
    make_station(occurrence, "Neu")
    fill(occurrence, 3)
    offers = list(occurrence.offers.all())
    assert {(o.policy, o.max_party, o.smaller_may_pass, o.opens_at is None) for o in offers} == {
        ("off", 2, True, False)
    }
    assert len(offers) == 4


@pytest.mark.parametrize(
    "wrong",
    [{"max_party": "0"}, {"max_party": "21"}, {"policy": "x"}, {"opens_at": "morgen"}, {"offer_hours": "-1"}],
)
def test_conditions_that_cannot_be(admin_client, wrong):
    occurrence = make_tasting(1, 1)
    answer = admin_client.post(address("conditions", occurrence.pk), CONDITIONS | wrong)
    assert answer.status_code == 400
    assert offer_of(occurrence).policy == "automatic"


def test_times_typed_under_places_are_held_against_shared_equipment(admin_client):
    occurrence = make_tasting(1, 2, seats=3)
    headset = make_equipment()
    Station.objects.get().equipment.add(headset)
    first, second = offer_of(occurrence, 1, 1), offer_of(occurrence, 1, 2)
    offers = reverse("event_dates:offers", args=[occurrence.pk])
    form = admin_client.get(offers).context["rows"]
    sent = {"offers-TOTAL_FORMS": "2", "offers-INITIAL_FORMS": "2"}
    for number, row in enumerate(form.initial_forms):
        for name in row.fields:
            value = row[name].value()
            if value is not None and value is not False:
                sent[f"offers-{number}-{name}"] = value
        sent[f"offers-{number}-starts_at"] = f"{first.starts_at.astimezone(occurrence.zone):%Y-%m-%dT%H:%M}"
        sent[f"offers-{number}-ends_at"] = f"{second.ends_at.astimezone(occurrence.zone):%Y-%m-%dT%H:%M}"
    answer = admin_client.post(offers, sent, follow=True)
    assert "gibt es nur einmal" in answer.content.decode()
    second_now = offer_of(occurrence, 1, 2)
    assert second_now.starts_at == second.starts_at
