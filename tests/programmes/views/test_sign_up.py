"""Signing up for a day with seats in single items: the day itself always comes along (E-5)."""

import pytest

from digitalradar.events.models import Booking, Offer, Registration
from digitalradar.events.services.confirming import confirm
from digitalradar.programmes.services.releasing import release
from tests.factories.events import book, states
from tests.factories.programmes import make_day, make_item

pytestmark = pytest.mark.django_db


def sent(client, day, **fields) -> dict[str, list[str]]:
    """Send the form as the page shows it; return what was booked: state by title, the day itself is ''."""
    url = f"/termine/{day.slug}/anmelden/"
    form = client.get(url).context["form"]
    hidden = {field.html_name: field.value() or "" for field in form.hidden_fields()}
    since = hidden.get("since")
    values = hidden | {"name": "Ada Beispiel", "email": "ada@example.org", "party_size": "1"} | fields
    answer = client.post(url, values)
    assert (answer.status_code, bool(since)) == (302, True), answer.context["form"].errors
    return dict(Booking.objects.values_list("offer__title", "state"))


@pytest.fixture
def day(settings):
    settings.EVENTS_FORM_SECONDS = 0
    day = make_day()
    make_item(day, "Werkstatt", seats=5)
    release(occurrence=day)
    return day


def test_e5_seat_is_chosen_with_the_sign_up(client, day):
    seat = Offer.objects.get(title="Werkstatt").pk
    assert sent(client, day, offers=[seat]) == {"": "requested", "Werkstatt": "requested"}


def test_day_alone_needs_no_choice(client, day):
    assert sent(client, day) == {"": "requested"}
    assert "Möchten Sie gleich einen Platz buchen?" in client.get(f"/termine/{day.slug}/anmelden/").content.decode()


def test_free_seats_do_not_hide_that_the_day_is_full(client, day):
    whole = Offer.objects.get(occurrence=day, title="")
    Offer.objects.filter(pk=whole.pk).update(capacity=1)
    whole.refresh_from_db()
    book(whole, "Erste")
    page = client.get(f"/termine/{day.slug}/").content.decode()
    assert "Alle Plätze sind vergeben" in page


def test_e5_who_has_to_wait_for_the_day_is_not_asked_for_seats(client, day):
    whole = Offer.objects.get(occurrence=day, title="")
    Offer.objects.filter(pk=whole.pk).update(capacity=1)
    whole.refresh_from_db()
    book(whole, "Erste")
    seat = Offer.objects.get(title="Werkstatt")
    assert "Möchten Sie gleich einen Platz buchen?" not in client.get(f"/termine/{day.slug}/anmelden/").content.decode()
    sent(client, day, offers=[seat.pk])
    assert not Booking.objects.filter(offer=seat).exists()
    confirm(Registration.objects.get(name="Ada Beispiel"))
    assert states(whole) == {"Erste": "confirmed", "Ada Beispiel": "waitlisted"}
