"""The programme editor: what collides is said at once, a release is refused and made, versions are compared."""

from datetime import timedelta
from time import sleep

import pytest
from django.urls import reverse

from digitalradar.events.models import Offer
from digitalradar.programmes.back_office.forms import ItemForm
from digitalradar.programmes.models import ProgrammeItem, ProgrammeVersion, Room, Speaker
from digitalradar.programmes.services.releasing import release
from tests.assessments.together import together
from tests.factories.programmes import make_day, make_item, make_room, make_speaker, move_item

pytestmark = pytest.mark.django_db


def address(name: str, *args: int) -> str:
    return reverse(f"event_programmes:{name}", args=args)


def filled(day, **fields) -> dict[str, str]:
    """Return what somebody fills in for an item at ten."""
    local = day.local_start
    values = {
        "kind": "talk",
        "title": "Daten teilen",
        "day": f"{local:%Y-%m-%d}",
        "begin": f"{local + timedelta(hours=1):%H:%M}",
        "end": f"{local + timedelta(hours=2):%H:%M}",
        "language": "de",
        "state": "ready",
    }
    return values | fields


def test_item_is_added_and_collisions_are_said_at_once(admin_client):
    day = make_day()
    room = make_room(day, "Saal 1")
    url = address("add", day.pk)
    admin_client.post(url, filled(day, room=room.pk))
    item = ProgrammeItem.objects.get()
    assert item.starts_at == day.starts_at + timedelta(hours=1)
    page = admin_client.post(url, filled(day, title="Cobots", room=room.pk), follow=True).content.decode()
    assert "liegen gleichzeitig in „Saal 1“" in page
    assert "verhindert die Freigabe" in page


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"end": "00:01"}, "endet, bevor es beginnt"),
        ({"begin": "quatsch"}, "Uhrzeit"),
        ({"title": ""}, "muss ausgefüllt werden"),
        ({"seats": "0"}, "Null Plätze gibt es nicht"),
        ({"seats": "-3"}, "größer"),
        ({"room": "999999"}, "gültige Auswahl"),
        ({"kind": "quatsch"}, "gültige Auswahl"),
        ({"title": "x" * 161}, "160"),
    ],
)
def test_wrong_input_is_told_and_changes_nothing(admin_client, fields, words):
    day = make_day()
    answer = admin_client.post(address("add", day.pk), filled(day, **fields))
    assert answer.status_code == 400
    assert words in answer.content.decode()
    assert not ProgrammeItem.objects.exists()


def test_release_is_refused_and_made(admin_client):
    day = make_day()
    room = make_room(day, "Saal 1")
    make_item(day, "Daten teilen", room=room)
    other = make_item(day, "Cobots", room=room)
    refused = admin_client.post(address("release", day.pk), {"note": ""})
    assert refused.status_code == 400
    assert "„Daten teilen“ und „Cobots“" in refused.content.decode()
    move_item(other, 45)
    page = admin_client.post(address("release", day.pk), {"note": "Erste Fassung"}, follow=True)
    assert "Version 1 ist freigegeben." in page.content.decode()
    version = ProgrammeVersion.objects.get()
    assert (version.note, version.by.is_superuser) == ("Erste Fassung", True)


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_item_saved_while_it_is_released_keeps_its_seats(admin_client, monkeypatch):
    day = make_day()
    item = make_item(day, "Daten teilen", seats=5)
    is_valid = ItemForm.is_valid

    def slowly(form: ItemForm) -> bool:
        sleep(0.5)  # long enough for a release, if nothing keeps it back
        return is_valid(form)

    monkeypatch.setattr(ItemForm, "is_valid", slowly)
    url, sent = address("item", day.pk, item.pk), filled(day, seats="5")

    def release_meanwhile() -> None:
        sleep(0.2)
        release(occurrence=day)

    answer, _version = together(lambda: admin_client.post(url, sent), release_meanwhile)
    item.refresh_from_db()
    assert (answer.status_code, item.offer) == (302, Offer.objects.get(title="Daten teilen"))


def test_preview_shows_the_working_version(admin_client, client):
    day = make_day()
    make_item(day, "Noch geheim")
    page = admin_client.get(address("preview", day.pk)).content.decode()
    assert "Noch geheim" in page
    assert "Diese Fassung ist noch nicht freigegeben." in page
    assert not ProgrammeVersion.objects.exists()


def test_versions_are_compared(admin_client):
    day = make_day()
    item = make_item(day, "Daten teilen")
    release(occurrence=day)
    move_item(item, 30)
    release(occurrence=day)
    url = address("versions", day.pk)
    assert "„Daten teilen“ hat eine neue Zeit" in admin_client.get(f"{url}?von=1&bis=2").content.decode()
    assert "Kein Unterschied." in admin_client.get(f"{url}?von=2&bis=2").content.decode()
    assert "Diese Version gibt es nicht." in admin_client.get(f"{url}?von=1&bis=9").content.decode()
    assert admin_client.get(f"{url}?von=x&bis=").status_code == 200


def test_programme_moves_with_its_date(admin_client):
    day = make_day()
    item = make_item(day)
    release(occurrence=day)
    for name in ("starts_at", "ends_at"):
        setattr(day, name, getattr(day, name) + timedelta(days=7))
    day.save()
    assert "Der Termin ist verlegt" in admin_client.get(address("editor", day.pk)).content.decode()
    form = admin_client.get(address("shift", day.pk)).context["form"]
    answer = admin_client.post(
        address("shift", day.pk), {"day": form.initial["day"], "begin": f"{form.initial['begin']:%H:%M}"}
    )
    assert answer.status_code == 302
    before = item.starts_at
    item.refresh_from_db()
    assert item.starts_at == before + timedelta(days=7)


def test_only_what_nobody_saw_is_deleted(admin_client):
    day = make_day()
    shown = make_item(day)
    release(occurrence=day)
    secret = make_item(day)
    for item in (shown, secret):
        admin_client.post(address("delete_item", day.pk, item.pk))
    assert list(ProgrammeItem.objects.all()) == [shown]
    assert admin_client.get(address("delete_item", day.pk, shown.pk)).status_code == 405


def rows(part: str, model: type, day, **fields: str) -> dict[str, str]:
    """Return the form of a list of rows with one new row."""
    known = list(model.objects.filter(occurrence=day))
    sent = {f"{part}-TOTAL_FORMS": str(len(known) + 1), f"{part}-INITIAL_FORMS": str(len(known))}
    return sent | {f"{part}-{len(known)}-{name}": value for name, value in fields.items()}


def test_rooms_and_people_are_kept(admin_client):
    day = make_day()
    room = {"title": "Halle", "parallel_limit": "2", "order": "0"}
    admin_client.post(address("rooms", day.pk), rows("rooms", Room, day, **room))
    assert Room.objects.get().parallel_limit == 2
    bad = admin_client.post(address("rooms", day.pk), rows("rooms", Room, make_day(), **room | {"parallel_limit": "0"}))
    assert bad.status_code == 400
    admin_client.post(address("speakers", day.pk), rows("speakers", Speaker, day, name="Ida Beispiel", language="de"))
    assert Speaker.objects.get().consent_on is None


def test_room_in_use_stays(admin_client):
    day = make_day()
    room = make_room(day, "Saal")
    make_item(day, room=room)
    sent = {"rooms-TOTAL_FORMS": "1", "rooms-INITIAL_FORMS": "1", "rooms-0-id": str(room.pk), "rooms-0-DELETE": "on"}
    page = admin_client.post(address("rooms", day.pk), sent, follow=True).content.decode()
    assert "liegen noch Programmpunkte" in page
    assert Room.objects.filter(pk=room.pk).exists()


def test_strangers_and_other_dates_are_kept_out(admin_client, client):
    day, other = make_day(), make_day()
    item = make_item(day)
    assert admin_client.get(address("item", other.pk, item.pk)).status_code == 404
    for name in ("editor", "add", "release", "versions", "rooms", "preview", "shift", "speakers"):
        assert client.get(address(name, day.pk)).status_code == 302


@pytest.mark.parametrize("count", [1, 3])
def test_editor_needs_constant_queries(admin_client, count, django_assert_max_num_queries):
    day = make_day()
    for number in range(count):
        speaker = make_speaker(day, f"Person {number}")
        make_item(day, after=60 * number, room=make_room(day), speakers=[speaker], seats=5)
    release(occurrence=day)
    admin_client.get(address("editor", day.pk))
    with django_assert_max_num_queries(22):
        admin_client.get(address("editor", day.pk))
