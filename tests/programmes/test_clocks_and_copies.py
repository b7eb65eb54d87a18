"""What goes with time, and what the next annual event takes over from the last."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from digitalradar.core import retention
from digitalradar.events.services.duplicating import duplicate
from digitalradar.programmes.due import forget_addresses
from digitalradar.programmes.services.releasing import release
from tests.factories.programmes import make_day, make_item, make_room, make_speaker

pytestmark = pytest.mark.django_db


def test_addresses_of_speakers_go_after_ninety_days():
    day = make_day()
    ida = make_speaker(day)
    assert forget_addresses() == 0
    day.starts_at, day.ends_at = now() - timedelta(days=90, hours=8), now() - timedelta(days=90)
    day.save()
    assert forget_addresses() == 1
    ida.refresh_from_db()
    assert (ida.email, ida.name) == ("", "Ida Beispiel")
    assert forget_addresses() == 0


def test_overview_of_what_is_stored_counts_them():
    make_speaker(make_day())
    names = {str(kind.name): kind.figures().count for kind in retention.kinds() if "rogramm" in str(kind.name)}
    assert names == {"Eigene Programme („Mein Programm“)": 0, "Adressen von Personen im Programm": 1}


def test_next_event_takes_over_places_rooms_and_tracks():
    day = make_day()
    make_room(day, "Saal 1", note="Erdgeschoss", parallel_limit=2)
    day.tracks.create(title="Handwerk")
    make_item(day, "Werkstatt", seats=5, speakers=[make_speaker(day)])
    release(occurrence=day)
    copy = duplicate(occurrence=day, starts_at=day.starts_at + timedelta(days=365))
    assert list(copy.offers.values_list("title", "capacity")) == [("", 200)]
    assert list(copy.rooms.values_list("title", "note", "parallel_limit")) == [("Saal 1", "Erdgeschoss", 2)]
    assert list(copy.tracks.values_list("title", flat=True)) == ["Handwerk"]
    assert (copy.programme.count(), copy.speakers.count(), copy.programme_versions.count()) == (0, 0, 0)
