"""„Das will ich sehen“, before the sign-up opens and after the date."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from digitalradar.accounts.models import Person
from digitalradar.core.errors import DomainError
from digitalradar.events.models import FollowUp, Occurrence, Offer
from digitalradar.mail.models import Message
from digitalradar.tastings.models import Interest, Station
from digitalradar.tastings.services.interest import (
    forget_interested,
    show_interest,
    tell_interested,
    token_of,
    withdraw_interest,
)
from digitalradar.tastings.services.planning import delete_station
from tests.factories.events import make_offer
from tests.factories.tastings import make_tasting, make_tasting_date

pytestmark = pytest.mark.django_db
EMAIL = "ada@example.org"


@pytest.fixture(autouse=True)
def _quick_forms(settings):
    settings.EVENTS_FORM_SECONDS = 0


@pytest.fixture
def early() -> Occurrence:
    """A tasting whose sign-up opens in three days."""
    occurrence = make_tasting(2, 2, slug="bald")
    Offer.objects.update(opens_at=now() + timedelta(days=3))
    return occurrence


def kinds() -> list[str]:
    return list(Message.objects.order_by("pk").values_list("kind", flat=True))


def test_voice_without_address_is_a_number_only(early):
    show_interest(occurrence=early, station=Station.objects.first())
    assert list(Interest.objects.values_list("person", "token_hash")) == [(None, None)]
    assert kinds() == []


def test_withdrawn_interest_leaves_no_address_in_the_outbox(early):
    withdraw_interest(show_interest(occurrence=early, email=EMAIL))
    assert not Message.objects.filter(address=EMAIL).exists()


def test_address_is_written_to_once_it_is_confirmed_and_booking_opens(client, early):
    interest = show_interest(occurrence=early, email=EMAIL)
    show_interest(occurrence=early, email=EMAIL)
    assert (Interest.objects.count(), kinds()) == (1, ["tastings.confirm_interest"])
    Offer.objects.update(opens_at=None)
    assert tell_interested() == 0
    page = f"/termine/interesse/{token_of(interest)}/"
    client.get(page)
    assert Interest.objects.get().confirmed_at is None
    client.post(page, {"act": "confirm"})
    assert (tell_interested(), tell_interested()) == (1, 0)
    assert kinds() == ["tastings.confirm_interest", "tastings.can_be_booked"]


def test_nobody_is_told_before_it_opens(early):
    interest = show_interest(occurrence=early, email=EMAIL)
    Interest.objects.filter(pk=interest.pk).update(confirmed_at=now())
    assert tell_interested() == 0
    assert tell_interested(now() + timedelta(days=4)) == 1


def test_after_the_date_the_next_one_is_told(early):
    Offer.objects.update(starts_at=now() - timedelta(days=1))
    past = {"starts_at": now() - timedelta(days=1), "publish_at": now() - timedelta(days=9)}
    Occurrence.objects.update(**past, ends_at=now() - timedelta(hours=20))
    early.refresh_from_db()
    interest = show_interest(occurrence=early, email=EMAIL)
    Interest.objects.filter(pk=interest.pk).update(confirmed_at=now())
    assert tell_interested() == 0
    make_tasting(1, 1, title="Das nächste Tasting")
    assert tell_interested() == 1
    assert "Das nächste Tasting" in Message.objects.order_by("-pk").first().subject


def test_interest_is_not_asked_for_while_one_can_book():
    with pytest.raises(DomainError, match="kein Interesse"):
        show_interest(occurrence=make_tasting(1, 1), email=EMAIL)


def test_address_goes_with_the_station_that_was_to_be_seen(early):
    station, other = Station.objects.order_by("order")
    show_interest(occurrence=early, station=station, email=EMAIL)
    show_interest(occurrence=early, station=other, email="bo@example.org")
    delete_station(station=station)
    assert [person.email for person in Person.objects.all()] == ["bo@example.org"]


def test_tasting_without_rounds_can_be_booked_too(early):
    whole = make_offer(make_tasting_date(title="Ohne Runden"))
    with pytest.raises(DomainError, match="kein Interesse"):
        show_interest(occurrence=whole.occurrence, email=EMAIL)
    whole.opens_at = now() + timedelta(days=2)
    whole.save()
    interest = show_interest(occurrence=whole.occurrence, email=EMAIL)
    Interest.objects.filter(pk=interest.pk).update(confirmed_at=now())
    assert [tell_interested(now() + timedelta(days=days)) for days in (1, 2.5, 2.6)] == [0, 1, 0]


def test_addresses_are_forgotten_and_voices_stay(early):
    told, unconfirmed = (show_interest(occurrence=early, email=f"{name}@example.org") for name in "ab")
    Interest.objects.filter(pk=told.pk).update(confirmed_at=now(), told_at=now())
    assert forget_interested() == 0
    assert forget_interested(now() + timedelta(days=2)) == 1
    assert forget_interested(now() + timedelta(days=4)) == 1
    assert (Interest.objects.count(), Person.objects.count()) == (2, 0)
    assert unconfirmed.pk in Interest.objects.values_list("pk", flat=True)


def test_address_is_deleted_by_its_owner(client, early):
    interest = show_interest(occurrence=early, email=EMAIL)
    page = f"/termine/interesse/{token_of(interest)}/"
    assert "Adresse ist gelöscht" in client.post(page, {"act": "withdraw"}).content.decode()
    assert (Interest.objects.count(), Person.objects.count()) == (0, 0)
    assert client.get(page).status_code == 404


def test_page_counts_from_five_voices_on(client, early):
    for _number in range(4):
        show_interest(occurrence=early)
    assert "Stimmen bisher" not in client.get("/termine/bald/").content.decode()
    show_interest(occurrence=early)
    assert "5 Stimmen bisher" in client.get("/termine/bald/").content.decode()


def form_of(client) -> dict[str, str]:
    page = client.get("/termine/bald/interesse/").content.decode()
    return {"since": page.split('name="since" value="')[1].split('"')[0]}


def test_form_answers_the_same_to_everybody(client, early):
    sent = form_of(client) | {"email": EMAIL, "station": str(Station.objects.first().pk)}
    answers = [client.post("/termine/bald/interesse/", sent).url for _number in range(2)]
    assert answers == ["/termine/bald/interesse/?danke=1&post=1"] * 2
    assert "E-Mail geschickt" in client.get(answers[0]).content.decode()
    assert Interest.objects.get().station == Station.objects.first()


@pytest.mark.parametrize(
    ("wrong", "status", "words"),
    [
        ({"email": "ada@"}, 400, "keine vollständige"),
        ({"station": "999999"}, 400, "gibt es nicht mehr"),
        ({"station": "x"}, 400, "gibt es nicht mehr"),
        ({"since": "x"}, 400, "zu lange offen"),
    ],
)
def test_wrong_input_is_told(client, early, wrong, status, words):
    answer = client.post("/termine/bald/interesse/", form_of(client) | wrong)
    assert (answer.status_code, words in answer.content.decode()) == (status, True)
    assert not Interest.objects.exists()


def test_machines_leave_no_voice(client, early):
    answer = client.post("/termine/bald/interesse/", form_of(client) | {"website": "x", "email": EMAIL})
    assert answer.status_code == 302
    assert (Interest.objects.count(), kinds()) == (0, [])


def test_format_page_names_the_next_stations(client, early):
    page = client.get("/tech-tastings/").content.decode()
    assert ("Was Sie als Nächstes ausprobieren können" in page, "Station 2" in page) == (True, True)


def test_outcomes_are_shown_from_five_answers_on(client, early):
    Occurrence.objects.update(starts_at=now() - timedelta(days=99), ends_at=now() - timedelta(days=98))
    for number in range(4):
        FollowUp.objects.create(occurrence=early, receipt=str(number), outcome="in_use", text="Geheim")
    assert "damit gemacht" not in client.get("/termine/bald/").content.decode()
    FollowUp.objects.create(occurrence=early, receipt="5", outcome="dropped")
    page = client.get("/termine/bald/").content.decode()
    assert ("<b>4</b> im Einsatz" in page, "<b>1</b> verworfen" in page, "Geheim" in page) == (True, True, False)
