"""The sign-up form: what it asks, what it refuses, and what programs get to see of it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from digitalradar.events.forms import trap
from digitalradar.events.models import Booking, Question, Registration
from digitalradar.mail.models import Message
from tests.factories.events import make_occurrence, make_offer, make_round, request_and_confirm

pytestmark = pytest.mark.django_db
WRITTEN = {"name": "Ada Beispiel", "email": "ada@example.org", "party_size": "1"}


@pytest.fixture(autouse=True)
def patient(settings):
    """Tests fill in forms faster than people."""
    settings.EVENTS_FORM_SECONDS = 0


def address(occurrence) -> str:
    return reverse("events:sign_up", args=[occurrence.slug])


def send(client, occurrence, **changes):
    """Open the form and send it, as a browser does."""
    form = client.get(address(occurrence)).context["form"]
    return client.post(address(occurrence), WRITTEN | {"since": form["since"].value()} | changes)


def nothing_happened() -> bool:
    return not (Registration.objects.exists() or Message.objects.exists())


def test_sign_up_is_noted_and_leads_to_the_next_step(client, occurrence):
    answer = send(client, occurrence, organisation="Metallbau Muster", photo_consent="on")
    registration = Registration.objects.get()
    assert answer.url == reverse("events:signed_up", args=[occurrence.slug])
    assert "Bitte bestätigen Sie Ihre Adresse" in client.get(answer.url).content.decode()
    assert (registration.name, registration.person.email, registration.organisation, registration.language) == (
        "Ada Beispiel",
        "ada@example.org",
        "Metallbau Muster",
        "de",
    )
    assert registration.photo_consent_at is not None
    assert [message.kind for message in Message.objects.all()] == ["events.confirm_address"]


def test_english_form_is_answered_in_english(client, occurrence):
    url = f"/en{address(occurrence)}"
    form = client.get(url).context["form"]
    client.post(url, WRITTEN | {"since": form["since"].value()})
    assert Registration.objects.get().language == "en"


def test_same_person_again_sees_the_same(client, occurrence):
    first, second = send(client, occurrence), send(client, occurrence, email="ADA@example.org", name="Jemand anders")
    assert (first.status_code, first.url) == (second.status_code, second.url)
    assert Registration.objects.get().name == "Ada Beispiel"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "  "}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"email": ""}, "email"),
        ({"email": "ada"}, "email"),
        ({"email": "ada@"}, "email"),
        ({"email": "a" * 250 + "@example.org"}, "email"),
        ({"party_size": "0"}, "party_size"),
        ({"party_size": "5"}, "party_size"),
        ({"party_size": "-1"}, "party_size"),
        ({"party_size": "zwei"}, "party_size"),
        ({"party_size": ""}, "party_size"),
        ({"organisation": "x" * 161}, "organisation"),
        ({"companions": "x" * 601}, "companions"),
        ({"access_needs": "x" * 401}, "access_needs"),
        ({"food_needs": "x" * 161}, "food_needs"),
        ({"since": ""}, "__all__"),
        ({"since": "1:2:3"}, "__all__"),
        ({"since": "erfunden"}, "__all__"),
    ],
)
def test_wrong_input_is_told_beside_its_field_and_kept(client, occurrence, changes, field):
    answer = send(client, occurrence, **({"access_needs": "Platz vorn"} | changes))
    form = answer.context["form"]
    assert (answer.status_code, list(form.errors)) == (400, [field])
    html = answer.content.decode()
    assert 'id="fehler"' in html
    if field != "__all__":
        assert f'id="id_{field}_error"' in html
        assert 'aria-invalid="true"' in html
    if "access_needs" not in changes:
        assert "Platz vorn" in html
    assert nothing_happened()


@pytest.mark.parametrize("written", [{}, {"name": "\x00"}, {"offers": "1"}])
def test_empty_and_foreign_input_is_refused(client, occurrence, written):
    assert client.post(address(occurrence), written).status_code == 400
    assert nothing_happened()


def test_old_form_is_asked_for_once_more_with_what_was_written(client, occurrence, monkeypatch):
    form = client.get(address(occurrence)).context["form"]
    later = trap.time.time() + trap.LONGEST_SECONDS + 60
    monkeypatch.setattr(trap.time, "time", lambda: later)
    answer = client.post(address(occurrence), WRITTEN | {"since": form["since"].value()})
    assert answer.status_code == 400
    again = client.post(address(occurrence), WRITTEN | {"since": answer.context["form"]["since"].value()})
    assert (again.status_code, Registration.objects.count()) == (302, 1)


def test_stamp_of_another_date_does_not_count(client, occurrence):
    other = make_occurrence()
    make_offer(other)
    stamp = client.get(address(other)).context["form"]["since"].value()
    assert client.post(address(occurrence), WRITTEN | {"since": stamp}).status_code == 400
    assert nothing_happened()


@pytest.mark.parametrize(
    ("seconds", "changes", "is_noted"),
    [(1.0, {}, False), (3.0, {}, True), (3.0, {"website": "https://spam.example"}, False)],
)
def test_x13_machines_get_the_same_answer_and_nothing_happens(
    client, occurrence, settings, monkeypatch, seconds, changes, is_noted
):
    settings.EVENTS_FORM_SECONDS = 2
    form = client.get(address(occurrence)).context["form"]
    later = trap.time.time() + seconds
    monkeypatch.setattr(trap.time, "time", lambda: later)
    answer = client.post(address(occurrence), WRITTEN | {"since": form["since"].value()} | changes)
    assert (answer.status_code, answer.url) == (302, reverse("events:signed_up", args=[occurrence.slug]))
    assert nothing_happened() is not is_noted


def test_x13_twenty_first_form_within_an_hour_is_refused(client, occurrence, settings):
    settings.RATE_LIMITS = True
    codes = [client.post(address(occurrence), WRITTEN).status_code for _number in range(21)]
    assert codes == [400] * 20 + [429]
    assert client.get(address(occurrence)).status_code == 200
    assert client.post(address(occurrence), WRITTEN, REMOTE_ADDR="192.0.2.7").status_code == 400


def test_x10_date_that_has_begun_takes_nobody(client, occurrence):
    form = client.get(address(occurrence)).context["form"]
    occurrence.starts_at = now() - timedelta(seconds=1)
    occurrence.save()
    answer = client.post(address(occurrence), WRITTEN | {"since": form["since"].value()})
    assert answer.status_code == 409
    assert "Dieser Termin hat schon begonnen." in answer.content.decode()
    assert nothing_happened()


@pytest.mark.parametrize(
    ("fields", "offer", "said"),
    [
        ({"state": "cancelled", "cancel_reason": "Die Referentin ist krank."}, {}, "Die Referentin ist krank."),
        ({"state": "closed"}, {}, "Dieser Termin ist vorbei."),
        ({}, {"opens_at": now() + timedelta(days=1)}, "Die Anmeldung öffnet am"),
        ({}, {"closes_at": now() - timedelta(days=1)}, "ist geschlossen"),
        ({}, {"capacity": 1, "seats_taken": 1, "policy": "off"}, "Alle Plätze sind vergeben"),
        ({}, None, "müssen Sie sich nicht anmelden"),
    ],
)
def test_shut_form_says_why_and_where_to_go(client, fields, offer, said):
    occurrence = make_occurrence(**fields)
    if offer is not None:
        make_offer(occurrence, **offer)
    shown, sent = client.get(address(occurrence)), client.post(address(occurrence), WRITTEN)
    assert (shown.status_code, sent.status_code) == (200, 409)
    assert said in shown.content.decode()
    assert "Andere Termine ansehen" in shown.content.decode()
    assert nothing_happened()


def test_full_date_offers_the_waiting_list(client, occurrence):
    offer = occurrence.offers.get()
    for number in range(3):
        request_and_confirm(offer, f"Gast {number}")
    html = client.get(address(occurrence)).content.decode()
    assert "Auf die Warteliste setzen" in html
    assert send(client, occurrence).status_code == 302


def test_refusal_keeps_everything_that_was_written(client):
    occurrence = make_occurrence()
    make_offer(occurrence, capacity=1, policy="off")
    answer = send(client, occurrence, party_size="2", organisation="Metallbau Muster")
    assert answer.status_code == 409
    html = answer.content.decode()
    assert "So viele Plätze sind nicht mehr frei" in html
    assert 'value="Metallbau Muster"' in html
    assert not Registration.objects.exists()


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        (
            "jahresveranstaltung",
            "party_size name email organisation companions access_needs food_needs photo_consent listing_consent",
        ),
        ("workshop", "party_size name email organisation companions access_needs food_needs photo_consent"),
        ("fokusgruppe", "name email organisation access_needs photo_consent"),
        ("vortrag", "party_size name email organisation companions access_needs"),
    ],
)
def test_form_asks_what_the_format_needs(client, kind, asked):
    occurrence = make_occurrence(kind=kind)
    make_offer(occurrence)
    form = client.get(address(occurrence)).context["form"]
    assert [field.name for field in form.shown_fields()] == asked.split()


def test_consents_are_optional_and_apart(client):
    occurrence = make_occurrence(kind="jahresveranstaltung")
    make_offer(occurrence)
    send(client, occurrence, listing_consent="on")
    registration = Registration.objects.get()
    assert (registration.photo_consent_at, registration.listing_consent_at is not None) == (None, True)


def test_answers_are_kept_by_question(client, occurrence):
    text = Question.objects.create(occurrence=occurrence, text="Womit arbeiten Sie?")
    choice = Question.objects.create(
        occurrence=occurrence, text="Welche?", kind="choice", options="A\nB", is_required=True
    )
    yes_no = Question.objects.create(occurrence=occurrence, text="Zum ersten Mal?", kind="yes_no")
    wrong = send(client, occurrence, **{f"frage_{choice.pk}": "C"})
    assert list(wrong.context["form"].errors) == [f"frage_{choice.pk}"]
    missing = send(client, occurrence)
    assert list(missing.context["form"].errors) == [f"frage_{choice.pk}"]
    send(client, occurrence, **{f"frage_{choice.pk}": "B", f"frage_{text.pk}": "Excel"})
    assert Registration.objects.get().answers == {str(choice.pk): "B", str(text.pk): "Excel"}
    assert str(yes_no.pk) not in Registration.objects.get().answers


def test_several_offers_are_chosen_in_the_form(client, place):
    occurrence = make_occurrence(kind="tech-tasting", place=place)
    first = make_round(occurrence, "Cobot", after=0)
    second = make_round(occurrence, "Sensoren", after=30)
    shut = make_round(occurrence, "Zu", after=60, closes_at=now() - timedelta(hours=1))
    form = client.get(f"{address(occurrence)}?platz={second.pk}&personen=2").context["form"]
    assert [pk for pk, _label in form.fields["offers"].choices] == [first.pk, second.pk]
    assert (form["offers"].value(), form["party_size"].value()) == ([str(second.pk)], "2")
    assert list(send(client, occurrence).context["form"].errors) == ["offers"]
    assert list(send(client, occurrence, offers=[shut.pk]).context["form"].errors) == ["offers"]
    send(client, occurrence, offers=[first.pk, second.pk], party_size="2")
    assert list(Booking.objects.order_by("offer_id").values_list("offer", "party_size")) == [
        (first.pk, 2),
        (second.pk, 2),
    ]


def test_rounds_at_the_same_time_are_refused_and_the_choice_is_kept(client, place):
    occurrence = make_occurrence(kind="tech-tasting", place=place)
    rounds = [make_round(occurrence, name) for name in ("Cobot", "Sensoren")]
    answer = send(client, occurrence, offers=[one.pk for one in rounds])
    assert answer.status_code == 409
    assert answer.content.decode().count(" checked") == 2
    assert not Registration.objects.exists()


def test_form_needs_its_secret(occurrence):
    strict = Client(enforce_csrf_checks=True)
    form = strict.get(address(occurrence)).context["form"]
    assert strict.post(address(occurrence), WRITTEN | {"since": form["since"].value()}).status_code == 403
    assert nothing_happened()


def test_form_is_kept_by_nobody(client, occurrence):
    response = client.get(address(occurrence))
    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("count", [1, 3])
def test_form_needs_constant_queries(client, occurrence, django_assert_num_queries, count):
    for number in range(count):
        make_offer(occurrence, title=f"Runde {number}")
        Question.objects.create(occurrence=occurrence, text="Frage?")
    client.get("/termine/vergangen/")
    with django_assert_num_queries(4):  # the date with its questions, its offers, their places
        client.get(address(occurrence))


def rounds_at_once(occurrence) -> dict:
    return {"offers": [make_round(occurrence, title).pk for title in ("Brille", "Drucker")]}


def firm_is_full(occurrence) -> dict:
    occurrence.offers.update(max_per_organisation=1)
    return {"organisation": "Beispiel GmbH"}


def too_few_places(occurrence) -> dict:
    occurrence.offers.update(policy="off", capacity=2)
    return {"party_size": "2"}


@pytest.mark.parametrize("refuse", [rounds_at_once, firm_is_full, too_few_places])
def test_what_is_refused_to_strangers_is_refused_to_those_who_are_in(client, occurrence, refuse):
    """Else anybody could find out who takes part, by asking for something impossible in their name."""
    request_and_confirm(occurrence.offers.get(), email="ada@example.org", organisation="Beispiel GmbH")
    Registration.objects.update(created_at=now() - timedelta(hours=3))
    written = refuse(occurrence)
    answers = {send(client, occurrence, email=f"{name}@example.org", **written).status_code for name in ("ada", "bea")}
    assert answers == {409}


def test_address_too_long_for_mail_servers_is_refused(client, occurrence):
    domain = ".".join(["äéîøü" * 5] * 8) + ".de"
    answer = send(client, occurrence, email=f"ada@{domain}")
    assert answer.status_code == 400
    assert answer.context["form"].errors["email"] == ["Bitte kürzen Sie die Angabe auf höchstens 254 Zeichen."]
    assert nothing_happened()
