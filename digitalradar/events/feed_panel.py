"""On somebody's own page: a calendar with all their dates, for programs that fetch it."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language

from digitalradar.core import panels

from .models import Registration
from .services.links import personal_token
from .services.personal_feeds import feed_url


def register() -> None:
    """Add the panel; from ``AppConfig.ready``."""
    panels.register("registration.main", "own calendar", "events/panels/own_feed.html", own_feed, order=60)


def own_feed(_request: HttpRequest, registration: Registration) -> dict[str, Any] | None:
    """Return the address of the calendar, empty while there is none; nothing before the address is confirmed."""
    if registration.confirmed_at is None or registration.person is None:
        return None
    return {
        "feed_url": feed_url(registration.person, get_language() or "de"),
        "feed_action": reverse("events:own_feed", args=[personal_token(registration)]),
    }
