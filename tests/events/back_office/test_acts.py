"""What hosts do on their screens, seen through the forms they send."""

import re
from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils.timezone import localtime, now

from digitalradar.events.models import (
    AgendaItem,
    Feedback,
    Material,
    Minutes,
    Occurrence,
    Offer,
    Place,
    Question,
    Registration,
    Series,
    WebhookEndpoint,
)
from digitalradar.events.services.cancelling import cancel
from digitalradar.mail.models import Message
from tests.events.back_office.host import address, begin, bookable, end
from tests.factories.events import (
    assert_places_right,
    book,
    make_occurrence,
    make_offer,
    make_round,
    request,
    states,
)
from tests.factories.staff import EVERYTHING, staff_client

pytestmark = pytest.mark.django_db
MINUTES = (  # what the editor of rich text sends
    '{"blocks":[{"key":"a","text":"Wir trafen uns.","type":"unstyled","depth":0,"inlineStyleRanges":[],'
    '"entityRanges":[]}],"entityMap":{}}'
)


@pytest.fixture
def host():
    return staff_client(role=EVERYTHING)


def words(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def told(answer) -> str:
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


def in_days(days: int) -> str:
    return f"{localtime() + timedelta(days=days):%Y-%m-%d}"


def new_date(**more) -> dict:
    place = Place.objects.create(name="Haus", town="Musterstadt")
    sent = {"title": "Ausprobieren", "summary": "Kurz.", "day": in_days(20), "begin": "17:00", "end": "19:00"}
    return sent | {"mode": "on_site", "place": place.pk, "capacity": 12} | more


def rows(part: str, initial: int = 0, **fields) -> dict:
    """Return what a page of rows sends: one row, and the numbers around it."""
    sent = {f"{part}-TOTAL_FORMS": 1, f"{part}-INITIAL_FORMS": initial}
    return sent | {f"{part}-0-{name}": value for name, value in fields.items()}


def test_a_date_from_template_to_public(host):
    made = host.post(address("create", "workshop"), new_date())
    occurrence = Occurrence.objects.get()
    assert made["Location"] == address("overview", occurrence.pk)
    assert (occurrence.state, occurrence.offers.get().capacity) == ("draft", 12)
    assert f"{occurrence.local_start:%H:%M}-{occurrence.local_end:%H:%M}" == "17:00-19:00"
    done = host.post(address("publish", occurrence.pk), {"at": ""})
    assert "veröffentlicht" in told(done)
    occurrence.refresh_from_db()
    assert occurrence.is_public


def test_an_end_before_the_begin_lies_on_the_next_day(host):
    host.post(address("create", "workshop"), new_date(begin="22:00", end="01:00"))
    occurrence = Occurrence.objects.get()
    assert occurrence.ends_at - occurrence.starts_at == timedelta(hours=3)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"title": ""}, "Dieses Feld"),
        ({"day": "2020-01-01"}, "Vergangenheit"),
        ({"end": "17:00"}, "selben Zeitpunkt"),
        ({"capacity": "0"}, "größer"),
        ({"mode": "online"}, "hat keinen Ort"),
        ({"online_url": "kein Link"}, "gültige"),
        ({"day": "morgen"}, "gültiges Datum"),
        ({"series": "99"}, "gültige Auswahl"),
    ],
)
def test_wrong_input_is_shown_again(host, wrong, sentence):
    answer = host.post(address("create", "workshop"), new_date(**wrong))
    assert answer.status_code == 400
    assert sentence in words(answer)
    assert not Occurrence.objects.exists()


def test_publication_that_is_refused_says_why(host):
    occurrence = make_occurrence(state="draft", publish_at=None)
    answer = host.post(address("publish", occurrence.pk), {"at": ""})
    assert answer.status_code == 400
    assert "Es fehlt noch der Ort" in words(answer)


def test_details_of_a_draft_with_its_time(host):
    occurrence = make_occurrence(state="draft", publish_at=None)
    sent = new_date(title="Anders", language="de", bring_along="Laptop")
    assert "gespeichert" in told(host.post(address("edit", occurrence.pk), sent))
    occurrence.refresh_from_db()
    assert (occurrence.title, occurrence.bring_along, f"{occurrence.local_start:%H:%M}") == (
        "Anders",
        "Laptop",
        "17:00",
    )


def test_details_of_a_published_date_leave_its_time(host):
    occurrence = make_occurrence()
    before = occurrence.starts_at
    host.post(address("edit", occurrence.pk), new_date(title="Anders", language="de"))
    occurrence.refresh_from_db()
    assert (occurrence.title, occurrence.starts_at) == ("Anders", before)
    assert "ändern Sie mit „Verschieben“" in words(host.get(address("edit", occurrence.pk)))


def offer_row(offer, **changes) -> dict:
    fields = {"id": offer.pk, "capacity": offer.capacity, "reserved": offer.reserved, "policy": offer.policy}
    fields |= {"offer_hours": 24, "max_party": 4, "order": 0} | changes
    return rows("offers", 1, **fields)


def test_x8_capacity_on_the_screen(host):
    """2 to 4 with three waiting: two move up. 4 to 1 with four in: refused with the number of people."""
    offer = bookable(capacity=2)
    for name in ("Ada", "Bela", "Cem", "Dora", "Emil"):
        book(offer, f"{name} Beispiel")
    host.post(address("offers", offer.occurrence_id), offer_row(offer, capacity=4))
    assert list(states(offer).values()) == ["confirmed"] * 4 + ["waitlisted"]
    offer.refresh_from_db()
    refused = host.post(address("offers", offer.occurrence_id), offer_row(offer, capacity=1))
    assert "3 Personen haben schon einen davon" in told(refused)
    offer.refresh_from_db()
    assert offer.capacity == 4
    assert_places_right(offer.occurrence)


def test_rounds_at_another_time_are_told_to_those_who_are_in(host):
    occurrence = make_occurrence()
    offer, other = make_round(occurrence, "Brille", capacity=2), make_round(occurrence, "Drucker")
    book(offer, "Ada Beispiel")
    book(other, "Bela Beispiel")
    times = {name: localtime(getattr(offer, name)) + timedelta(minutes=30) for name in ("starts_at", "ends_at")}
    sent = {name: f"{moment:%Y-%m-%dT%H:%M}" for name, moment in times.items()}
    host.post(address("offers", occurrence.pk), offer_row(offer, **sent))
    told_of = Message.objects.filter(kind="events.changed").values_list("address", flat=True)
    assert list(told_of) == ["ada.beispiel@example.org"]
    assert bytes(Message.objects.get(kind="events.changed").attachments.get().content).count(b"SEQUENCE:1") == 1


def test_later_closing_time_lets_the_waiting_list_move_up(host):
    offer = bookable(capacity=1)
    first = book(offer, "Ada Beispiel")
    book(offer, "Bela Beispiel")
    Offer.objects.update(closes_at=now() - timedelta(hours=1))
    cancel(first.registration)
    offer.refresh_from_db()
    assert states(offer) == {"Ada Beispiel": "cancelled", "Bela Beispiel": "waitlisted"}
    host.post(address("offers", offer.occurrence_id), offer_row(offer, closes_at=""))
    assert states(offer) == {"Ada Beispiel": "cancelled", "Bela Beispiel": "confirmed"}
    assert_places_right(offer.occurrence)


@pytest.mark.parametrize("name", ["event_places", "event_series"])
def test_what_dates_refer_to_is_not_deleted(host, name):
    place = Place.objects.create(name="Haus am Markt", town="Musterstadt")
    series = Series.objects.create(kind="workshop", title="Reihe", slug="reihe")
    occurrence = make_occurrence(place=place, series=series)
    row = {"event_places": place, "event_series": series}[name]
    target = reverse(f"{name}:delete", args=[row.pk])
    assert "lässt sich nicht löschen" in told(host.post(target))
    occurrence.delete()
    host.post(target)
    assert not type(row).objects.exists()


def test_offers_are_added_changed_and_deleted_while_nobody_is_in(host):
    occurrence = make_occurrence()
    offer = make_offer(occurrence)
    target = address("offers", occurrence.pk)
    host.post(target, offer_row(offer, title="Rundgang", capacity=5))
    offer.refresh_from_db()
    assert (offer.title, offer.capacity) == ("Rundgang", 5)
    book(offer)
    assert "Es lässt sich nicht löschen" in told(host.post(target, offer_row(offer, DELETE="on")))
    extra = {"title": "Zweite Runde", "capacity": 3, "reserved": 0, "policy": "off", "offer_hours": 24, "max_party": 1}
    host.post(target, rows("offers", **extra, order=2))
    assert occurrence.offers.get(title="Zweite Runde").capacity == 3
    assert host.post(target, offer_row(offer, capacity=0)).status_code == 400


@pytest.mark.parametrize(
    ("name", "model", "right", "wrong"),
    [
        ("questions", Question, {"text": "Womit?", "kind": "text", "order": 0}, {"kind": "choice", "options": "eins"}),
        ("agenda", AgendaItem, {"title": "Start", "starts_at": "17:00", "order": 0}, {"starts_at": "fünf"}),
        (
            "material",
            Material,
            {"title": "Folien", "url": "https://example.org", "audience": "public", "order": 0},
            {"url": ""},
        ),
    ],
)
def test_questions_agenda_and_material(host, name, model, right, wrong):
    occurrence = make_occurrence()
    target = address(name, occurrence.pk)
    assert host.post(target, rows(name, **right | wrong)).status_code == 400
    assert not model.objects.exists()
    assert "gespeichert" in told(host.post(target, rows(name, **right)))
    assert model.objects.get().occurrence == occurrence
    assert host.get(target).status_code == 200


def test_moving_calling_off_and_copying(host):
    offer = bookable()
    book(offer)
    occurrence = offer.occurrence
    sent = {"day": in_days(30), "begin": "09:00", "end": "12:00", "mode": "online"}
    assert "1 Person bekommt eine Nachricht." in told(host.post(address("move", occurrence.pk), sent))
    occurrence.refresh_from_db()
    assert (f"{occurrence.local_start:%H:%M}", occurrence.mode, occurrence.sequence) == ("09:00", "online", 1)
    copied = host.post(
        address("duplicate", occurrence.pk), {"title": "Noch einmal", "day": in_days(60), "begin": "10:00"}
    )
    copy = Occurrence.objects.get(title="Noch einmal")
    assert copied["Location"] == address("overview", copy.pk)
    assert host.post(address("call_off", occurrence.pk), {"reason": ""}).status_code == 400
    assert "abgesagt" in told(host.post(address("call_off", occurrence.pk), {"reason": "Krank"}))
    assert "Dieser Termin ist abgesagt." in words(host.get(address("overview", occurrence.pk)))
    host.post(address("delete", copy.pk))
    assert not Occurrence.objects.filter(pk=copy.pk).exists()


def test_the_desk_link_is_shown_once(host, client):
    occurrence = bookable().occurrence
    page = words(host.post(address("desk", occurrence.pk), {"act": "open"}))
    link = re.search(r"/termine/einchecken/[\w-]{24}/", page)[0]
    assert client.get(link).status_code == 200
    assert link not in words(host.get(address("desk", occurrence.pk)))
    host.post(address("desk", occurrence.pk), {"act": "shut"})
    assert client.get(link).status_code == 404


def act(host, registration: Registration, name: str):
    target = address("act_on_person", registration.occurrence_id, registration.pk)
    return host.post(target, {"act": name})


def test_help_for_single_people(host):
    offer = bookable(capacity=1)
    book(offer, "Ada Beispiel")
    book(offer, "Bela Beispiel")
    last = book(offer, "Cem Beispiel").registration
    asked = request(offer, "Dora Beispiel")
    assert "rückt als Nächstes nach" in told(act(host, last, "prefer"))
    assert "bestätigt" in told(act(host, asked, "confirm"))
    assert offer.occurrence.log.filter(action="registration.confirmed_by_host", by__isnull=False).exists()
    page = words(host.get(address("overview", offer.occurrence_id)))
    above_log = page[: page.rindex("Verlauf")]
    overview = above_log[above_log.rindex("Warteliste") :]
    assert overview.index("Cem Beispiel") < overview.index("Bela Beispiel") < overview.index("Dora Beispiel")
    cancelled = host.post(address("cancel_for", offer.occurrence_id, Registration.objects.get(name="Ada Beispiel").pk))
    assert "abgesagt" in told(cancelled)
    assert states(offer)["Cem Beispiel"] == "confirmed"
    assert act(host, last, "fly").status_code == 302


def test_the_link_is_sent_again_but_not_to_those_without_address(host):
    offer = bookable()
    registration = book(offer).registration
    Registration.objects.filter(pk=registration.pk).update(created_at=now() - timedelta(days=1))
    act(host, registration, "resend")
    assert Message.objects.filter(kind="events.already_registered").count() == 1
    nobody = book(offer, "Bela Beispiel", email="").registration
    assert "keine E-Mail-Adresse" in told(act(host, nobody, "resend"))


def test_entering_somebody_by_hand(host):
    offer = bookable(capacity=1)
    sent = {"offers": [offer.pk], "name": "Ada Beispiel", "email": "ada@example.org", "party_size": 1}
    target = address("enter", offer.occurrence_id)
    assert host.post(target, sent).status_code == 400  # nobody is entered who does not know of it
    sent["is_agreed"] = "on"
    assert "hat einen Platz" in told(host.post(target, sent))
    assert "war schon angemeldet" in told(host.post(target, sent))
    assert "steht auf der Warteliste" in told(host.post(target, sent | {"email": "", "name": "Bela Beispiel"}))
    assert [one.source for one in Registration.objects.all()] == ["host", "host"]


def test_a_message_is_looked_at_first_and_reaches_each_once(host):
    offer = bookable(capacity=1)
    book(offer, "Ada Beispiel")
    book(offer, "Bela Beispiel")
    request(offer, "Cem Beispiel")
    sent = {"audience": "all", "subject": "Parken", "text": "Bitte im Hof."}
    target = address("message", offer.occurrence_id)
    assert "2 Personen" in words(host.post(target, sent | {"act": "preview"}))
    assert not Message.objects.filter(kind="events.host_message").exists()
    for _time in range(2):
        host.post(target, sent | {"act": "send"})
    reached = Message.objects.filter(kind="events.host_message").values_list("recipient", flat=True)
    assert sorted(reached) == ["ada.beispiel@example.org", "bela.beispiel@example.org"]
    host.post(target, sent | {"act": "send", "audience": "waiting", "text": "Es wird eng."})
    assert Message.objects.filter(kind="events.host_message").count() == 3
    assert "Hof" not in str(list(offer.occurrence.log.values_list("detail", flat=True)))
    assert host.post(target, {"audience": "everybody", "subject": "", "text": ""}).status_code == 400


def test_afterwards(host):
    offer = bookable()
    registration = book(offer).registration
    begin(offer.occurrence)
    act(host, registration, "arrive")
    assert "Gekommen: 1." in words(host.get(address("afterwards", offer.occurrence_id)))
    act(host, registration, "undo")
    assert "abgeschlossen" in told(host.post(address("close", offer.occurrence_id)))
    target = address("correct", offer.occurrence_id, registration.pk)
    assert host.post(target, {"persons": 1, "minutes": 60, "reason": ""}).status_code == 400
    assert "berichtigt" in told(host.post(target, {"persons": 1, "minutes": 60, "reason": "Papierliste"}))
    page = words(host.get(address("people", offer.occurrence_id)))
    assert "Bescheinigung" in page


@pytest.mark.parametrize(("count", "is_shown"), [(4, False), (5, True)])
def test_words_of_feedback_are_shown_from_five_on(host, count, is_shown):
    occurrence = end(bookable().occurrence)
    for number in range(count):
        Feedback.objects.create(occurrence=occurrence, receipt=str(number), rating=4, helped=f"Satz {number}")
    page = words(host.get(address("afterwards", occurrence.pk)))
    assert f"{count} Antworten" in page
    assert ("Satz 0" in page) is is_shown
    assert ("4,0 von 5" in page) is is_shown
    assert ("Teils, teils (3)" in page) is is_shown


def test_approved_minutes_are_no_form_any_more(host):
    occurrence = end(bookable().occurrence)
    target = address("afterwards", occurrence.pk)
    host.post(target, {"text": MINUTES, "state": "approved"})
    assert Minutes.objects.get().state == "approved"
    assert "wird nicht mehr geändert" in words(host.get(target))
    assert "nicht mehr geändert" in told(host.post(target, {"text": MINUTES, "state": "draft"}))
    assert Minutes.objects.get().state == "approved"


def test_a_series_is_set_up_and_extended(host):
    from django.urls import reverse

    sent = {"kind": "fokusgruppe", "title": "Energiekreis", "slug": "energiekreis", "minutes": 120}
    sent |= {"rhythm_choice": "weeks:6", "first_day": in_days(10), "starts_at": "17:00"}
    host.post(reverse("event_series:add"), sent)
    series = Series.objects.get()
    assert series.rule.startswith("FREQ=WEEKLY;INTERVAL=6;BYDAY=")
    target = reverse("event_series:dates", args=[series.pk])
    assert "3 Entwürfe sind angelegt." in told(host.post(target, {"count": 3}))
    assert series.occurrences.count() == 3
    assert host.post(target, {"count": 0}).status_code == 400
    wrong = host.post(reverse("event_series:add"), sent | {"slug": "zwei", "first_day": ""})
    assert "Ein Rhythmus braucht" in words(wrong)


def test_the_secret_of_a_webhook_is_shown_once_and_never_typed(host):
    from django.urls import reverse

    sent = {"name": "CRM", "url": "http://example.org/hook", "is_active": "on"}
    assert "https://" in words(host.post(reverse("event_webhooks:add"), sent))
    done = host.post(reverse("event_webhooks:add"), sent | {"url": "https://example.org/hook"})
    endpoint = WebhookEndpoint.objects.get()
    assert len(endpoint.secret) > 30
    assert endpoint.secret in told(done)
    edited = host.post(reverse("event_webhooks:edit", args=[endpoint.pk]), sent | {"url": "https://example.org/neu"})
    assert endpoint.secret not in str(list(get_messages(edited.wsgi_request))[-1])
    assert WebhookEndpoint.objects.get().secret == endpoint.secret


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_a_slip_in_the_year_is_said(host, day):
    occurrence = make_occurrence()
    times = {"day": day, "begin": "22:00", "end": "01:00"}
    series = {"kind": "workshop", "title": "Reihe", "slug": "reihe", "starts_at": "17:00", "minutes": 60}
    answers = [
        host.post(address("create", "workshop"), new_date(**times)),
        host.post(address("move", occurrence.pk), {"mode": "online"} | times),
        host.post(address("duplicate", occurrence.pk), {"title": "Kopie"} | times),
        host.post(reverse("event_series:add"), series | {"first_day": day, "rhythm_choice": "weeks:1"}),
    ]
    offer = make_offer(occurrence)
    draft = make_occurrence(state="draft", publish_at=None)
    answers += [
        host.post(address("offers", occurrence.pk), offer_row(offer, opens_at=f"{day}T00:00")),
        host.post(address("publish", draft.pk), {"at": f"{day}T00:00"}),
    ]
    assert ["Bitte prüfen Sie das Jahr." in words(answer) for answer in answers] == [True] * 6


def test_an_offered_place_leaves_time_to_answer(host):
    offer = bookable()
    answer = host.post(address("offers", offer.occurrence_id), offer_row(offer, policy="offer", offer_hours=0))
    assert answer.status_code == 400
    assert "mindestens eine Stunde" in words(answer)
