"""One round for another in one step."""

import pytest

from digitalradar.events.models import Booking, Registration
from digitalradar.events.services.conditions import PlaceRefused
from digitalradar.mail.models import Message
from digitalradar.tastings.services.exchanging import take_round
from digitalradar.tastings.services.planning import set_plan
from tests.assessments.together import together
from tests.factories.events import assert_places_right, book, request, states
from tests.factories.tastings import make_tasting, offer_of


def has(registration: Registration) -> list[tuple[str, str]]:
    rows = Booking.objects.filter(registration=registration).exclude(state__in=["cancelled", "withdrawn"])
    return list(rows.order_by("offer__starts_at", "pk").values_list("offer__title", "state"))


@pytest.mark.django_db
def test_round_is_exchanged_and_the_place_goes_to_who_waits():
    occurrence = make_tasting(2, 2)
    mine = book(offer_of(occurrence, 1, 1), "Ada", party_size=3)
    waiting = book(offer_of(occurrence, 1, 1), "Berta")
    before = Message.objects.count()
    take_round(mine.registration, offer_of(occurrence, 2, 1).round)
    waiting.refresh_from_db()
    assert (has(mine.registration), waiting.state) == ([("Station 2", "confirmed")], "confirmed")
    assert Message.objects.count() == before + 2  # to Ada, whose only booking was exchanged, and to Berta
    assert_places_right(occurrence)


@pytest.mark.django_db
def test_free_time_is_filled_and_taking_it_again_changes_nothing():
    occurrence = make_tasting(2, 2)
    mine = book(offer_of(occurrence, 1, 1), "Ada")
    wanted = offer_of(occurrence, 2, 2).round
    assert take_round(mine.registration, wanted) == take_round(mine.registration, wanted)
    assert has(mine.registration) == [("Station 1", "confirmed"), ("Station 2", "confirmed")]


@pytest.mark.django_db
def test_round_that_was_struck_meanwhile_is_gone():
    occurrence = make_tasting(2, 1)
    mine = book(offer_of(occurrence, 1, 1), "Ada")
    wanted = offer_of(occurrence, 2, 1).round
    set_plan(occurrence=occurrence, seats={(wanted.station_id, wanted.slot_id): None})
    with pytest.raises(PlaceRefused, match="inzwischen vergeben"):
        take_round(mine.registration, wanted)
    assert has(mine.registration) == [("Station 1", "confirmed")]


@pytest.mark.django_db
def test_nobody_loses_a_place_to_a_waiting_list_unasked():
    occurrence = make_tasting(2, 1)
    mine = book(offer_of(occurrence, 1, 1), "Ada", party_size=2)
    full = offer_of(occurrence, 2, 1)
    book(full, "Berta", party_size=2)
    with pytest.raises(PlaceRefused, match="bleibt, wie er war"):
        take_round(mine.registration, full.round)
    assert has(mine.registration) == [("Station 1", "confirmed")]
    take_round(mine.registration, full.round, may_wait=True)
    assert has(mine.registration) == [("Station 2", "waitlisted")]
    assert_places_right(occurrence)


@pytest.mark.django_db
def test_unconfirmed_registration_is_not_changed():
    occurrence = make_tasting(2, 1)
    registration = request(offer_of(occurrence, 1, 1))
    with pytest.raises(PlaceRefused, match="bestätigen"):
        take_round(registration, offer_of(occurrence, 2, 1).round)


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_two_exchange_for_the_last_place_at_once():
    occurrence = make_tasting(2, 1)
    wanted = offer_of(occurrence, 2, 1)
    book(wanted, "Carla", party_size=2)
    both = [book(offer_of(occurrence, 1, 1), name).registration for name in ("Ada", "Berta")]

    def try_it(registration: Registration) -> bool:
        try:
            take_round(registration, wanted.round)
        except PlaceRefused:
            return False
        return True

    assert sorted(together(*[lambda one=one: try_it(one) for one in both])) == [False, True]
    assert list(states(wanted).values()).count("confirmed") == 2
    assert_places_right(occurrence)
