"""Counting calls per address."""

import pytest
from django.core.cache import cache
from django.http import HttpResponse

from digitalradar.core import rate_limit
from digitalradar.core.errors import RateLimited


@rate_limit.rate_limited("test", limit=2, seconds=60)
def view(request):
    return HttpResponse("done")


@pytest.fixture(autouse=True)
def limits_on(settings):
    settings.RATE_LIMITS = True


@pytest.fixture
def clock(monkeypatch):
    """The time of day in seconds, to be set."""
    times = {"now": 6000.0}
    monkeypatch.setattr(rate_limit.time, "time", lambda: times["now"])
    return times


def test_limit_holds_until_the_window_ends(rf, clock):
    clock["now"] = 6010
    for _ in range(2):
        assert view(rf.post("/")).content == b"done"
    with pytest.raises(RateLimited) as refusal:
        view(rf.post("/"))
    assert refusal.value.retry_after == 50
    clock["now"] = 6060
    assert view(rf.post("/")).content == b"done"


def test_addresses_are_counted_apart(rf, clock):
    for _ in range(2):
        view(rf.post("/", REMOTE_ADDR="203.0.113.5"))
    assert view(rf.post("/", REMOTE_ADDR="203.0.113.6")).content == b"done"


def test_reading_is_not_counted(rf, clock):
    for _ in range(5):
        assert view(rf.get("/")).content == b"done"


def test_limits_can_be_lifted(rf, settings, clock):
    settings.RATE_LIMITS = False
    for _ in range(5):
        assert view(rf.post("/")).content == b"done"


def test_address_is_not_kept_in_clear(rf, clock):
    view(rf.post("/", REMOTE_ADDR="203.0.113.5"))
    assert cache._cache
    assert not [key for key in cache._cache if "203.0.113.5" in key]


def test_broken_cache_locks_nobody_out(rf, clock, monkeypatch, caplog):
    def refuse(*args, **kwargs):
        raise ConnectionError("no cache")

    monkeypatch.setattr(rate_limit.cache, "incr", refuse, raising=False)
    for _ in range(5):
        assert view(rf.post("/")).content == b"done"
    assert "cannot count" in caplog.text
