"""Other programs hear of bookings and dates: signed, after the commit, without a word about anybody."""

import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction
from django.utils.timezone import now

from digitalradar.events.models import Booking, Occurrence, WebhookDelivery, WebhookEndpoint
from digitalradar.events.services.cancelling import cancel
from digitalradar.events.services.publishing import publish
from digitalradar.events.services.rescheduling import call_off, move
from digitalradar.events.webhooks import posting, sending
from digitalradar.events.webhooks.announcing import OF_OCCURRENCES, event_of
from digitalradar.events.webhooks.posting import NotAllowed, post, why_not
from digitalradar.events.webhooks.sending import WAITS, delete_old, deliver
from digitalradar.events.webhooks.signing import DELIVERY, EVENT, SIGNATURE, TIMESTAMP, signature
from tests.factories.events import book, make_occurrence, make_offer, request_and_confirm

pytestmark = pytest.mark.django_db
State = WebhookDelivery.State
REFERENCE = Path(__file__).resolve().parents[3] / "docs/reference/webhooks.md"


def events(receiver) -> list[str]:
    return [body["event"] for body in receiver.bodies]


def test_booking_is_told_signed_and_without_a_name(receiver):
    offer = make_offer(capacity=1)
    booking = book(offer, "Ada Beispiel", organisation="Beispiel-Werk", access_needs="Rampe")
    assert deliver() == 1
    [body], [headers] = receiver.bodies, receiver.headers
    assert receiver.forged == 0
    occurrence = offer.occurrence
    assert body == {
        "id": headers["Digitalradar-Delivery"],
        "event": "booking.confirmed",
        "at": booking.changed_at.isoformat().replace("+00:00", "Z"),
        "occurrence": {
            "uid": str(occurrence.uid),
            "slug": occurrence.slug,
            "kind": "workshop",
            "state": "published",
            "sequence": 0,
            "starts_at": occurrence.starts_at.isoformat().replace("+00:00", "Z"),
            "ends_at": occurrence.ends_at.isoformat().replace("+00:00", "Z"),
            "visible_from": occurrence.publish_at.isoformat().replace("+00:00", "Z"),
            "url": f"http://127.0.0.1:8000/termine/{occurrence.slug}/",
        },
        "booking": {"number": booking.pk, "persons": 1, "state": "confirmed"},
        "offer": {"number": offer.pk, "capacity": 1, "taken": 1},
    }
    assert (headers["Digitalradar-Event"], headers["Content-Type"]) == ("booking.confirmed", "application/json")
    told = str(body) + str(headers)
    assert not [word for word in ("Ada", "ada.beispiel", "Beispiel-Werk", "Rampe") if word in told]
    assert WebhookDelivery.objects.get().state == State.SENT


def test_whole_life_of_bookings_is_told_in_order(receiver):
    offer = make_offer(capacity=1)
    first = request_and_confirm(offer, "Ada Beispiel")
    second = request_and_confirm(offer, "Bea Beispiel")
    cancel(first)
    cancel(second)
    deliver()
    assert events(receiver) == [
        "booking.confirmed",
        "booking.waitlisted",
        "booking.cancelled",
        "booking.promoted",
        "booking.cancelled",
    ]


def test_acts_on_dates_are_told(receiver):
    occurrence = make_occurrence(state=Occurrence.State.DRAFT, publish_at=None, mode="online")
    make_offer(occurrence)
    publish(occurrence=occurrence)
    starts_at = now() + timedelta(days=30)
    move(occurrence=occurrence, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1))
    call_off(occurrence=occurrence, reason="Die Referentin ist krank.")
    deliver()
    assert events(receiver) == ["occurrence.published", "occurrence.moved", "occurrence.cancelled"]
    assert [body["occurrence"]["sequence"] for body in receiver.bodies] == [0, 1, 2]
    assert "krank" not in str(receiver.bodies)


@pytest.mark.parametrize(
    ("before", "after", "event"),
    [
        (None, "confirmed", "booking.confirmed"),
        ("held", "confirmed", "booking.confirmed"),
        ("requested", "confirmed", "booking.confirmed"),
        ("waitlisted", "confirmed", "booking.promoted"),
        ("offered", "confirmed", "booking.promoted"),
        ("attended", "confirmed", ""),
        ("confirmed", "confirmed", ""),
        ("requested", "waitlisted", "booking.waitlisted"),
        (None, "requested", ""),
        (None, "held", ""),
        ("waitlisted", "offered", ""),
        ("confirmed", "cancelled", "booking.cancelled"),
        ("waitlisted", "withdrawn", "booking.cancelled"),
        ("offered", "declined", "booking.cancelled"),
        ("offered", "lapsed", "booking.cancelled"),
        ("requested", "lapsed", ""),
        ("waitlisted", "lapsed", ""),
        ("confirmed", "attended", ""),
        ("confirmed", "no_show", ""),
    ],
)
def test_changes_of_state_have_names(before, after, event):
    assert event_of(before, after) == event


def test_what_is_taken_back_is_never_told(receiver):
    offer = make_offer()
    with transaction.atomic():
        book(offer)
        transaction.set_rollback(True)
    assert not WebhookDelivery.objects.exists()


def test_endpoint_that_is_switched_off_hears_nothing(receiver):
    offer = make_offer()
    book(offer, "Ada Beispiel")
    endpoint = WebhookEndpoint.objects.get()
    endpoint.is_active = False
    endpoint.save()
    book(offer, "Bea Beispiel")
    assert WebhookDelivery.objects.count() == 1
    deliver()
    assert (receiver.bodies, WebhookDelivery.objects.get().state) == ([], State.FAILED)


def test_failed_messages_wait_longer_each_time_and_are_given_up(receiver):
    receiver.answer = 500
    book(make_offer())
    waits = []
    for _turn in range(len(WAITS) + 1):
        WebhookDelivery.objects.update(next_try_at=now())
        before = now()
        deliver()
        row = WebhookDelivery.objects.get()
        waits.append(round((row.next_try_at - before).total_seconds() / 60))
    assert waits[:-1] == [1, 5, 30, 120, 360, 1440]
    assert (row.state, row.tries, row.answer) == (State.FAILED, len(WAITS) + 1, "500")
    assert len({headers["Digitalradar-Delivery"] for headers in receiver.headers}) == 1
    assert deliver() == 0


def test_next_try_arrives(receiver):
    receiver.answer = 503
    book(make_offer())
    assert deliver() == 0
    receiver.answer = 200
    assert deliver() == 0, "not before its time"
    WebhookDelivery.objects.update(next_try_at=now())
    assert deliver() == 1
    assert receiver.bodies[0] == receiver.bodies[1]


def test_receiver_that_is_gone_hears_nothing_more(receiver):
    receiver.answer = 410
    book(make_offer())
    deliver()
    assert WebhookDelivery.objects.get().state == State.FAILED


def test_redirects_are_not_followed(receiver):
    receiver.answer = "redirect"
    book(make_offer())
    assert deliver() == 0
    assert len(receiver.bodies) == 1
    assert WebhookDelivery.objects.get().answer == "302"


@pytest.mark.parametrize("answer", ["hang", "drip"])
def test_slow_receiver_is_left_after_the_deadline(receiver, monkeypatch, answer):
    monkeypatch.setattr(posting, "SECONDS", 0.6)
    receiver.answer = answer
    book(make_offer())
    begun = time.monotonic()
    assert deliver() == 0
    assert time.monotonic() - begun < 3
    assert WebhookDelivery.objects.get().state == State.WAITING


def test_killed_worker_loses_nothing(receiver, monkeypatch):
    book(make_offer())
    send = sending._send
    monkeypatch.setattr(sending, "_send", lambda _delivery: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        deliver()
    monkeypatch.setattr(sending, "_send", send)
    assert deliver() == 0, "its claim still holds"
    WebhookDelivery.objects.update(next_try_at=now())
    assert deliver() == 1


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/",
        "ftp://example.org/",
        "https:///pfad",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://10.0.0.8/",
        "https://192.168.1.1/",
        "https://169.254.169.254/latest/",
        "https://100.64.0.1/",
        "https://0.0.0.0/",
        "https://224.0.0.1/",
        "https://localhost/",
        "https://[fd00::1]/",
        "https://[2002:7f00:1::]/",
        "https://2130706433/",
        "https://example.org:99999/",
    ],
)
def test_addresses_that_lead_inside_are_refused(url):
    with pytest.raises(NotAllowed):
        post(url, b"{}", {})


def test_form_is_told_why_an_address_cannot_be_used():
    assert why_not("https://example.org/hook") == ""
    assert why_not("http://example.org/hook") == "The address has to begin with https://."
    assert why_not("https:///hook") == "The address names no host."


def test_signature_is_the_one_in_the_docs():
    """RFC 2104 over "1700000000." and the body."""
    assert signature("geheim", 1700000000, b'{"a":1}') in REFERENCE.read_text(encoding="utf-8")


def test_docs_name_every_event_and_header():
    told = REFERENCE.read_text(encoding="utf-8")
    bookings = {event_of(before, after) for before in [None, *Booking.State] for after in Booking.State} - {""}
    headers = {DELIVERY, EVENT, TIMESTAMP, SIGNATURE}
    assert [word for word in bookings | OF_OCCURRENCES | headers if f"| `{word}` |" not in told] == []


def test_each_endpoint_has_a_secret_of_its_own():
    made = [WebhookEndpoint.objects.create(name=name, url="https://example.org/") for name in "ab"]
    assert len({endpoint.secret for endpoint in made}) == 2
    assert min(len(endpoint.secret) for endpoint in made) >= 43


def test_old_messages_are_deleted(receiver):
    book(make_offer())
    deliver()
    receiver.answer = 500
    book(make_offer(), "Bea Beispiel")
    deliver()
    WebhookDelivery.objects.update(created_at=now() - timedelta(days=31))
    assert delete_old() == 1
    assert WebhookDelivery.objects.get().state == State.WAITING
