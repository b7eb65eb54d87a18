"""Dates that come again: the clock on the wall, exceptions, two hosts at once."""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction

from digitalradar.core.errors import DomainError
from digitalradar.events.back_office.forms.series import rule_of
from digitalradar.events.models import Occurrence, Series
from digitalradar.events.services import series as services
from digitalradar.events.services.rescheduling import call_off, move
from digitalradar.events.services.series import days_of, extend
from tests.events.services.clock import standing_still

pytestmark = pytest.mark.django_db

BERLIN, UTC = ZoneInfo("Europe/Berlin"), ZoneInfo("UTC")


@pytest.fixture
def winter(monkeypatch):
    """It is the first of February 2026."""
    standing_still(monkeypatch, services, date(2026, 2, 1))


def monthly(**fields) -> Series:
    """Return a group that meets each second Tuesday at five."""
    values = {"first_day": date(2026, 2, 10), "starts_at": time(17), "rule": "FREQ=MONTHLY;INTERVAL=1;BYDAY=2TU"}
    return Series.objects.create(kind="fokusgruppe", title="Energiekreis", slug="energiekreis", **(values | fields))


def test_wall_clock_time_stays_over_the_change_of_daylight_saving(winter):
    """I-18: seventeen o'clock stays seventeen o'clock, in March and in October."""
    made = extend(series=monthly(), count=10)
    assert {one.starts_at.astimezone(BERLIN).time() for one in made} == {time(17)}
    hours = {one.series_day.month: one.starts_at.astimezone(UTC).hour for one in made}
    assert hours == {2: 16, 3: 16, 4: 15, 5: 15, 6: 15, 7: 15, 8: 15, 9: 15, 10: 15, 11: 16}
    assert {one.ends_at - one.starts_at for one in made} == {made[0].ends_at - made[0].starts_at}


def test_drafts_of_the_first_kind_carry_what_the_format_brings(winter):
    made = extend(series=monthly(), count=1)[0]
    assert (made.title, made.state, made.offers.get().capacity) == ("Energiekreis", "draft", 15)
    assert made.slug == "energiekreis-2026-02-10"


def test_moved_and_cancelled_dates_stay_and_no_day_comes_twice(winter, monkeypatch):
    series = monthly()
    first, second = extend(series=series, count=2)
    later = first.starts_at.replace(year=2027)
    for one in (first, second):
        Occurrence.objects.filter(pk=one.pk).update(
            state="published",
            publish_at=one.created_at,
            starts_at=later,
            ends_at=later + (one.ends_at - one.starts_at),
        )
        one.refresh_from_db()
    move(occurrence=first, starts_at=later.replace(day=20), ends_at=later.replace(day=20, hour=19))
    call_off(occurrence=second, reason="Krank")
    days = [one.series_day for one in extend(series=series, count=2)]
    assert days == [date(2026, 4, 14), date(2026, 5, 12)]
    assert Occurrence.objects.filter(series=series).count() == 4
    first.refresh_from_db()
    assert (first.series_day, first.starts_at.day) == (date(2026, 2, 10), 20)


def test_the_next_dates_look_like_the_latest(winter):
    series = monthly()
    first = extend(series=series, count=1)[0]
    Occurrence.objects.filter(pk=first.pk).update(title="Energiekreis bei der Beispiel GmbH", price="10 Euro")
    first.offers.update(capacity=8)
    second = extend(series=series, count=1)[0]
    assert (second.title, second.price, second.offers.get().capacity) == (
        "Energiekreis bei der Beispiel GmbH",
        "10 Euro",
        8,
    )


@pytest.mark.database
def test_the_database_keeps_a_day_to_one_date(winter):
    series = monthly()
    made = extend(series=series, count=1)[0]
    with pytest.raises(IntegrityError), transaction.atomic():
        Occurrence.objects.create(
            kind="fokusgruppe",
            series=series,
            series_day=made.series_day,
            title="Noch einer",
            slug="noch-einer",
            starts_at=made.starts_at,
            ends_at=made.ends_at,
        )


@pytest.mark.parametrize("missing", [{"rule": ""}, {"first_day": None}, {"starts_at": None}])
def test_a_series_without_rhythm_is_refused(winter, missing):
    with pytest.raises(DomainError, match="Rhythmus"):
        extend(series=monthly(**missing), count=1)


def test_a_rule_that_has_ended_is_refused(winter):
    with pytest.raises(DomainError, match="keinen weiteren Tag"):
        extend(series=monthly(rule="FREQ=MONTHLY;BYDAY=2TU;UNTIL=20251231"), count=1)


@pytest.mark.parametrize(
    ("choice", "first_day", "rule"),
    [
        ("", date(2026, 2, 10), ""),
        ("weeks:6", date(2026, 2, 10), "FREQ=WEEKLY;INTERVAL=6;BYDAY=TU"),
        ("months:1", date(2026, 2, 10), "FREQ=MONTHLY;INTERVAL=1;BYDAY=2TU"),
        ("months:1", date(2026, 3, 31), "FREQ=MONTHLY;INTERVAL=1;BYDAY=-1TU"),
    ],
)
def test_rhythms_become_rules(choice, first_day, rule):
    assert rule_of(choice, first_day) == rule
    if rule:
        assert next(days_of(rule, first_day)) == first_day
