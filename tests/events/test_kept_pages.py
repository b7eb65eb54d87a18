"""A change makes exactly those pages of dates anew that show what has changed; a booking that nobody sees, none."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import now

from digitalradar.core.middleware.page_cache import PageCacheMiddleware
from digitalradar.core.page_cache.versions import known
from digitalradar.events.models import AgendaItem, Booking, Material, Occurrence, Offer, Place
from digitalradar.events.queries.calendar import next_turn
from digitalradar.events.services.cancelling import cancel
from digitalradar.events.services.due import release_kept
from digitalradar.topics.models import TopicField
from tests.factories.events import book, make_occurrence, make_offer, request
from tests.factories.region import ContactPersonFactory

pytestmark = pytest.mark.django_db(transaction=True)
ADDRESSES = {
    "list": "/termine/",
    "list-en": "/en/termine/",
    "past": "/termine/vergangen/",
    "format": "/tech-tastings/",
    "feed": "/termine/kalender.ics",
    "atom": "/termine/atom.xml",
    "first": "/termine/erster/",
    "second": "/termine/zweiter/",
    "file": "/termine/erster.ics",
}
LISTS = {"list", "list-en", "past", "format", "feed", "atom"}
OWN_OF_FIRST = {"first", "file", "feed"}
ALL_OF_FIRST = LISTS | OWN_OF_FIRST


@pytest.fixture
def dates(settings, tmp_path) -> None:
    """Two dates, one of them with twenty places of which few is said from three on."""
    settings.PAGE_CACHE_BYTES = 8 * 1024 * 1024
    settings.DATA_DIR = tmp_path
    place = Place.objects.create(name="Haus am Markt", town="Musterstadt")
    contact = ContactPersonFactory()
    first = make_occurrence(slug="erster", place=place, contact=contact)
    make_offer(first, capacity=20, max_party=20)
    make_offer(make_occurrence(slug="zweiter", starts_at=now() + timedelta(days=30)))
    TopicField.objects.get_or_create(id="prozesse", defaults={"title": "Abläufe", "title_en": "Processes", "order": 1})
    known.clear()


@pytest.fixture
def made(monkeypatch) -> Callable[[], set[str]]:
    """Return a function that opens all pages and says which of them were made anew."""
    reader, rendered = Client(headers={"host": "localhost"}), set()
    make = PageCacheMiddleware._made

    def noted(self, request, key):
        rendered.add(next(name for name, path in ADDRESSES.items() if path == request.path))
        return make(self, request, key)

    monkeypatch.setattr(PageCacheMiddleware, "_made", noted)

    def open_all() -> set[str]:
        rendered.clear()
        for path in ADDRESSES.values():
            assert reader.get(path).status_code == 200
        return set(rendered)

    return open_all


def first() -> Occurrence:
    return Occurrence.objects.get(slug="erster")


def offer() -> Offer:
    return first().offers.get()


def save(row, **fields) -> None:
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()


def cancel_all() -> None:
    for registration in first().registrations.all():
        cancel(registration)


CHANGES: list[tuple[str, Callable[[], object], set[str]]] = [
    ("nothing", lambda: None, set()),
    ("a booking while many are free", lambda: book(offer(), "Eins", party_size=5), set()),
    ("a booking that leaves few", lambda: book(offer(), "Zwei", party_size=12), ALL_OF_FIRST),
    ("one more of the few", lambda: book(offer(), "Drei"), set()),
    ("the last one", lambda: book(offer(), "Vier", party_size=2), ALL_OF_FIRST),
    ("somebody who waits", lambda: book(offer(), "Fünf"), set()),
    ("all cancel", cancel_all, ALL_OF_FIRST),
    ("the title", lambda: save(first(), title="Anders"), ALL_OF_FIRST),
    ("a point of the agenda", lambda: AgendaItem.objects.create(occurrence=first(), title="Punkt"), OWN_OF_FIRST),
    ("material", lambda: Material.objects.create(occurrence=first(), title="Folien"), OWN_OF_FIRST),
    ("the place", lambda: save(Place.objects.get(), town="Anderstadt"), ALL_OF_FIRST),
    ("the places", lambda: save(offer(), capacity=30), ALL_OF_FIRST),
    ("a topic", lambda: first().topic_fields.add("prozesse"), ALL_OF_FIRST),
    ("the contact person", lambda: save(first().contact, phone="030 23125-199"), {"format", "first", "second"}),
]


def test_every_change_makes_anew_what_shows_it(dates, made):
    made()
    found = {}
    for name, change, _expected in CHANGES:
        change()
        found[name] = made()
    assert found == {name: expected for name, _change, expected in CHANGES}


def hold_all_of(date: Occurrence, until) -> None:
    """Let somebody have all places kept until then who never confirms."""
    request(date.offers.get(), party_size=3)
    Booking.objects.filter(state="requested").update(held_until=until)


def test_kept_place_that_the_clock_set_free_is_told(dates):
    second = Occurrence.objects.get(slug="zweiter")
    hold_all_of(second, now() + timedelta(seconds=1))
    reader = Client(headers={"host": "localhost"})
    pages = [reader.get(address).content.decode() for address in ("/termine/zweiter/", "/termine/")]
    assert ["Warteliste" in page for page in pages] == [True, True]
    release_kept(at=now() + timedelta(seconds=2))
    pages = [reader.get(address).content.decode() for address in ("/termine/zweiter/", "/termine/")]
    assert ["Warteliste" in page for page in pages] == [False, False]


def test_list_is_made_anew_when_sign_up_opens_or_closes(dates):
    opens, closes = now() + timedelta(hours=1), now() + timedelta(hours=2)
    second = Occurrence.objects.get(slug="zweiter").offers.get()
    assert next_turn() == first().starts_at
    save(offer(), closes_at=closes)
    assert next_turn() == closes
    save(second, opens_at=opens)
    assert next_turn() == opens
