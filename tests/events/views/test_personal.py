"""The page behind a private link: what it shows, what its owner may do, and that looking changes nothing."""

import json
import re
from datetime import timedelta

import pytest
from django.apps import apps
from django.core import serializers
from django.core.files.base import ContentFile
from django.utils.timezone import now
from wagtail.documents import get_document_model

from digitalradar.accounts.models import Person
from digitalradar.events.models import Attendance, Booking, Material, Question, Registration
from digitalradar.events.services.attendance import arrive
from digitalradar.events.services.confirming import confirm
from digitalradar.events.services.links import personal_token
from digitalradar.events.services.signing_up import sign_up
from tests.events.back_office.host import begin
from tests.factories.events import entry, make_occurrence, make_offer, request, request_and_confirm

pytestmark = pytest.mark.django_db
SECRET = "https://meet.example.org/geheim"
PAGES = ("", "aendern/", "absagen/", "loeschen/", "daten.json", "termin.ics", "code.svg", "rueckmeldung/", "danach/")
ACTS = ("bestaetigen/", "annehmen/1/", "ablehnen/1/")


def link(registration: Registration) -> str:
    return f"/termine/anmeldung/{personal_token(registration)}/"


def state(registration: Registration) -> str:
    return registration.bookings.get().state


def all_rows() -> str:
    """Return everything that the database holds about dates, people and mails."""
    models = [model for label in ("events", "accounts", "mail") for model in apps.get_app_config(label).get_models()]
    return serializers.serialize("json", [row for model in models for row in model.objects.order_by("pk")])


@pytest.fixture
def offer(occurrence):
    return occurrence.offers.get()


def test_page_asks_for_confirmation_and_the_button_gives_it(client, offer):
    registration = request(offer, party_size=2)
    html = client.get(link(registration)).content.decode()
    assert "Anmeldung bestätigen" in html
    assert "Ada Beispiel" not in html  # nobody knows yet whether it was her who typed it
    answer = client.post(f"{link(registration)}bestaetigen/")
    assert (answer.url, state(registration)) == (f"{link(registration)}?neu=bestaetigt", "confirmed")
    html = client.get(answer.url).content.decode()
    assert "Danke, Ihre Anmeldung ist bestätigt." in html
    assert "Sie sind angemeldet" in html
    assert registration.code in html
    assert f'src="{link(registration)}code.svg"' in html
    assert b"<svg" in client.get(f"{link(registration)}code.svg").content
    assert "Ada Beispiel" in html


def test_page_tells_who_waits_their_turn(client):
    offer = make_offer(make_occurrence(), capacity=1)
    request_and_confirm(offer, "Erste")
    request_and_confirm(offer, "Zweite")
    third = request_and_confirm(offer, "Dritte")
    html = client.get(link(third)).content.decode()
    assert "Sie stehen auf der Warteliste" in html
    assert "Platz 2 der Warteliste" in html
    assert "Zweite" not in html


@pytest.mark.parametrize(("days", "offers_return"), [(7, True), (-1, False)])
def test_who_has_cancelled_finds_the_way_back_until_the_date_begins(client, occurrence, offer, days, offers_return):
    registration = request_and_confirm(offer)
    assert "wieder anzumelden" not in client.get(link(registration)).content.decode()
    client.post(f"{link(registration)}absagen/")
    occurrence.starts_at = now() + timedelta(days=days)
    occurrence.ends_at = occurrence.starts_at + timedelta(hours=2)
    occurrence.save()
    assert ("wieder anzumelden" in client.get(link(registration)).content.decode()) == offers_return


def test_page_tells_who_has_one_place_and_waits_for_another(client):
    occurrence = make_occurrence()
    free, full = make_offer(occurrence, capacity=1), make_offer(occurrence, capacity=1, title="Runde")
    request_and_confirm(full, "Erste")
    both = sign_up(occurrence=occurrence, entry=entry("Zweite"), offers=[free.pk, full.pk]).registration
    confirm(both)
    html = client.get(link(both)).content.decode()
    assert "Einige Plätze haben Sie sicher, auf andere warten Sie noch." in html


@pytest.mark.parametrize(("mode", "has_door"), [("on_site", True), ("both", True), ("online", False)])
def test_code_for_the_door_is_shown_where_there_is_one(client, mode, has_door):
    registration = request_and_confirm(make_offer(make_occurrence(mode=mode, online_url=SECRET)))
    html = client.get(link(registration)).content.decode()
    assert ("Am Eingang" in html) == has_door


@pytest.mark.parametrize(("act", "ends"), [("annehmen", "confirmed"), ("ablehnen", "declined")])
def test_offered_place_is_taken_or_left_by_a_button(client, act, ends):
    offer = make_offer(make_occurrence(), capacity=1, policy="offer")
    first = request_and_confirm(offer, "Erste")
    waiting = request_and_confirm(offer, "Zweite")
    client.post(f"{link(first)}absagen/")
    html = client.get(link(waiting)).content.decode()
    assert "Ein Platz ist frei geworden" in html
    assert "Der Platz ist für Sie frei bis zum" in html
    client.post(f"{link(waiting)}{act}/{waiting.bookings.get().pk}/")
    assert state(waiting) == ends


def test_x5_late_answer_to_an_offer_gets_a_clear_message_and_no_place(client):
    offer = make_offer(make_occurrence(), capacity=1, policy="offer")
    first = request_and_confirm(offer, "Erste")
    waiting = request_and_confirm(offer, "Zweite")
    client.post(f"{link(first)}absagen/")
    booking = waiting.bookings.get()
    Booking.objects.filter(pk=booking.pk).update(offered_until=now() - timedelta(seconds=1))
    answer = client.post(f"{link(waiting)}annehmen/{booking.pk}/")
    assert answer.status_code == 409
    assert "Die Frist für diesen Platz ist abgelaufen." in answer.content.decode()
    assert state(waiting) == "lapsed"


def test_online_address_and_material_are_for_people_with_a_place(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    occurrence = make_occurrence(mode="online", online_url=SECRET)
    offer = make_offer(occurrence, capacity=1)
    document = get_document_model().objects.create(title="Folien", file=ContentFile(b"Inhalt", "folien.txt"))
    material = Material.objects.create(occurrence=occurrence, title="Folien", document=document, released_at=now())
    seated, waiting = request_and_confirm(offer, "Mit Platz"), request_and_confirm(offer, "Ohne Platz")
    unconfirmed = request(offer, "Unbestätigt")
    for registration, is_shown in ((seated, True), (waiting, False), (unconfirmed, False)):
        html = client.get(link(registration)).content.decode()
        assert ((SECRET in html), ("Folien" in html)) == (is_shown, is_shown)
        sent = client.get(f"{link(registration)}material/{material.pk}/")
        assert (sent.status_code, is_shown and b"".join(sent)) == ((200, b"Inhalt") if is_shown else (404, False))
    Material.objects.update(released_at=None)
    assert client.get(f"{link(seated)}material/{material.pk}/").status_code == 404


def test_change_saves_what_is_written(client, occurrence, offer):
    question = Question.objects.create(occurrence=occurrence, text="Womit?")
    registration = request_and_confirm(offer, organisation="Alt", photo_consent=True)
    form = client.get(f"{link(registration)}aendern/").context["form"]
    assert (form["organisation"].value(), form["photo_consent"].value()) == ("Alt", True)
    written = {"name": "Ada Neu", "party_size": "2", "organisation": "Neu", f"frage_{question.pk}": "Excel"}
    answer = client.post(f"{link(registration)}aendern/", written)
    registration.refresh_from_db()
    assert answer.url == f"{link(registration)}?neu=geaendert"
    assert (registration.name, registration.party_size, registration.organisation) == ("Ada Neu", 2, "Neu")
    assert (registration.photo_consent_at, registration.answers) == (None, {str(question.pk): "Excel"})


@pytest.mark.parametrize(
    ("written", "status", "errors"),
    [
        ({}, 400, ["party_size", "name"]),
        ({"name": "", "party_size": "1"}, 400, ["name"]),
        ({"name": "Ada", "party_size": "9"}, 400, ["party_size"]),
        ({"name": "Ada", "party_size": ""}, 400, ["party_size"]),
        ({"name": "Ada", "party_size": "1", "food_needs": "x" * 161}, 400, ["food_needs"]),
        ({"name": "Ada", "party_size": "4"}, 409, ["__all__"]),
    ],
)
def test_wrong_or_refused_change_changes_nothing(client, offer, written, status, errors):
    registration = request_and_confirm(offer)
    answer = client.post(f"{link(registration)}aendern/", written)
    assert (answer.status_code, list(answer.context["form"].errors)) == (status, errors)
    registration.refresh_from_db()
    assert (registration.name, registration.party_size) == ("Ada Beispiel", 1)


def test_cancelling_takes_two_steps_and_twice_changes_nothing(client, offer):
    registration = request_and_confirm(offer)
    asked = client.get(f"{link(registration)}absagen/").content.decode()
    assert ("Verbindlich absagen" in asked, state(registration)) == (True, "confirmed")
    answer = client.post(f"{link(registration)}absagen/")
    assert (answer.url, state(registration)) == (f"{link(registration)}?neu=abgesagt", "cancelled")
    rows = all_rows()
    client.post(f"{link(registration)}absagen/")
    assert all_rows() == rows
    assert "Hier gibt es nichts mehr abzusagen" in client.get(f"{link(registration)}absagen/").content.decode()


def test_one_of_several_bookings_is_given_back_alone(client, occurrence, offer):
    other = make_offer(occurrence, title="Führung")
    registration = request_and_confirm(offer)
    Booking.objects.create(
        registration=registration, offer=other, person=registration.person, state="waitlisted", joined_at=now()
    )
    one = registration.bookings.get(offer=other)
    assert "„Führung“" in client.get(f"{link(registration)}absagen/?buchung={one.pk}").content.decode()
    for _pressed_twice in range(2):
        client.post(f"{link(registration)}absagen/", {"buchung": one.pk})
    assert dict(registration.bookings.values_list("offer", "state")) == {offer.pk: "confirmed", other.pk: "withdrawn"}
    nothing_left = client.get(f"{link(registration)}absagen/?buchung={one.pk}").content.decode()
    assert "Hier gibt es nichts mehr abzusagen" in nothing_left


def test_too_late_to_cancel_is_said(client, occurrence, offer):
    registration = request_and_confirm(offer)
    occurrence.starts_at = now() - timedelta(minutes=1)
    occurrence.save()
    answer = client.post(f"{link(registration)}absagen/")
    assert answer.status_code == 400
    assert "hat schon begonnen" in answer.content.decode()
    assert state(registration) == "confirmed"


def test_x19_owner_sees_and_downloads_everything(client, occurrence, offer):
    question = Question.objects.create(occurrence=occurrence, text="Womit?")
    registration = request_and_confirm(
        offer, organisation="Metallbau Muster", access_needs="Platz vorn", answers={str(question.pk): "Excel"}
    )
    answer = client.get(f"{link(registration)}daten.json")
    data = json.loads(answer.content)
    assert answer["Content-Disposition"] == 'attachment; filename="anmeldung.json"'
    told = {key: data[key] for key in ("name", "email", "organisation", "access_needs", "answers", "attendance")}
    assert told == {
        "name": "Ada Beispiel",
        "email": "ada.beispiel@example.org",
        "organisation": "Metallbau Muster",
        "access_needs": "Platz vorn",
        "answers": [{"question": "Womit?", "answer": "Excel"}],
        "attendance": None,
    }
    assert [booking["state"] for booking in data["bookings"]] == ["confirmed"]
    fields = {field.name for field in Registration._meta.get_fields() if field.concrete}
    left_out = {"id", "uid", "occurrence", "person", "token_hash", "calendar_sequence", "erased_at", "is_example"}
    assert fields - left_out <= set(data)


def test_x19_owner_erases_everything_and_the_link_ends(client, offer):
    registration = request_and_confirm(offer, organisation="Metallbau Muster")
    address = link(registration)
    assert "Endgültig löschen" in client.get(f"{address}loeschen/").content.decode()
    answer = client.post(f"{address}loeschen/")
    assert "Ihre Daten sind gelöscht" in answer.content.decode()
    registration.refresh_from_db()
    assert (registration.name, registration.organisation, registration.person) == ("", "", None)
    assert not Person.objects.exists()
    assert state(registration) == "cancelled"
    assert {client.get(f"{address}{page}").status_code for page in PAGES} == {404}


def test_x19_download_leaves_out_only_what_says_nothing_about_somebody(client, offer):
    """A field that is new has to be told, or named here."""
    internal = {"id", "person", "registration", "recorded_by"}
    renamed = {"joined_at": "on_waiting_list_since", "held_until": "kept_until"}
    renamed |= {"uses_reserved": "from_reserved_places", "correction": "reason_of_correction"}
    registration = request_and_confirm(offer)
    begin(offer.occurrence)
    arrive(registration)
    data = json.loads(client.get(f"{link(registration)}daten.json").content)
    for model, keys in {Booking: data["bookings"][0], Attendance: data["attendance"]}.items():
        names = {field.name for field in model._meta.concrete_fields} - internal
        assert {renamed.get(name, name) for name in names} <= keys.keys(), model
    assert [message["sent_at"] for message in data["messages"]] == [None, None]


@pytest.mark.parametrize("page", [*PAGES, *ACTS, "material/1/"])
def test_x19_wrong_link_answers_without_a_hint(client, offer, page):
    registration = request_and_confirm(offer)
    token = personal_token(registration)
    wrong = ("A" if token[0] != "A" else "B") + token[1:]
    answers = []
    for candidate in (wrong, "x" * 24, "x", "ü" * 24, token[:-1], token.swapcase()):
        act = client.post if page in ACTS else client.get
        response = act(f"/termine/anmeldung/{candidate}/{page}")
        assert response.status_code == 404
        assert "Ada" not in response.content.decode()
        answers.append("Dieser Link führt zu keiner Anmeldung." in response.content.decode())
    assert set(answers) == {True}


def test_x19_link_of_another_person_reaches_only_their_bookings(client, offer):
    one, other = request_and_confirm(offer, "Eins"), request_and_confirm(offer, "Zwei")
    booking = other.bookings.get()
    assert client.post(f"{link(one)}annehmen/{booking.pk}/").status_code == 404
    assert client.post(f"{link(one)}ablehnen/{booking.pk}/").status_code == 404
    client.post(f"{link(one)}absagen/", {"buchung": booking.pk})
    assert (state(one), state(other)) == ("confirmed", "confirmed")


@pytest.mark.parametrize("make", [request, request_and_confirm])
def test_x11_looking_changes_nothing(client, occurrence, offer, make):
    registration = make(offer)
    rows = all_rows()
    public = ["/termine/", "/termine/vergangen/", "/tech-tastings/", "/termine/?monat=2100-01"]
    public += [f"/termine/{occurrence.slug}/", f"/termine/{occurrence.slug}.ics"]
    public += [f"/termine/{occurrence.slug}/anmelden/", f"/termine/{occurrence.slug}/anmelden/danke/"]
    private = [f"{link(registration)}{page}" for page in (*PAGES, *ACTS)]
    for address in (*public, *private) * 2:
        client.get(address)
        client.head(address)
    assert all_rows() == rows
    client.post(f"{link(registration)}bestaetigen/")
    assert state(registration) == "confirmed"


@pytest.mark.parametrize("act", ACTS)
def test_acts_are_posts_only(client, offer, act):
    assert client.get(f"{link(request(offer))}{act}").status_code == 405


@pytest.mark.parametrize("page", PAGES)
def test_private_pages_are_kept_by_nobody(client, offer, page):
    response = client.get(f"{link(request_and_confirm(offer))}{page}")
    assert "no-store" in response["Cache-Control"]
    assert (response["X-Robots-Tag"], response["Referrer-Policy"]) == ("noindex, nofollow", "same-origin")


def test_calendar_file_holds_what_is_booked(client, offer):
    registration = request_and_confirm(offer)
    text = client.get(f"{link(registration)}termin.ics").content.decode()
    assert text.count("BEGIN:VEVENT") == 1
    client.post(f"{link(registration)}absagen/")
    assert "BEGIN:VEVENT" not in client.get(f"{link(registration)}termin.ics").content.decode()


def test_cancelled_date_is_told(client, occurrence, offer):
    registration = request_and_confirm(offer)
    occurrence.state, occurrence.cancel_reason = "cancelled", "Zu wenige Anmeldungen."
    occurrence.save()
    html = client.get(link(registration)).content.decode()
    assert "Dieser Termin ist abgesagt." in html
    assert "Ihre Anmeldung ist damit erledigt." in html
    assert "Zu wenige Anmeldungen." in html
    assert "aendern/" not in html
    chips = re.findall(r'class="chip[^"]*">.*?</svg>\s*(.*?)\s*</span>', html, re.DOTALL)
    assert ("abgesagt" in chips, "bestätigt" in chips) == (True, False)


def test_page_needs_constant_queries(client, occurrence, offer, django_assert_max_num_queries):
    registration = request_and_confirm(offer)
    for number in range(3):
        other = make_offer(occurrence, title=f"Runde {number}")
        Booking.objects.create(registration=registration, offer=other, person=registration.person, state="confirmed")
    client.get("/termine/vergangen/")
    with django_assert_max_num_queries(12):
        client.get(link(registration))
