"""Formats of other apps take part in the pages of dates: they may put their own sign-up in place of the usual one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from .models import Occurrence

Content = Callable[[HttpRequest, Occurrence], dict[str, Any] | None]


@dataclass(frozen=True)
class SignUpPart:
    """What stands on the page of a date where others offer the way to the sign-up form."""

    template: str
    content: Content


_sign_ups: dict[str, SignUpPart] = {}


def register_signup(kind_id: str, template: str, content: Content) -> None:
    """Replace the sign-up part of all dates of a kind; once, from an app's ``AppConfig.ready``.

    ``content(request, occurrence)`` returns what the template shows, or None to leave this date the usual part. The
    page is kept for everybody: content may not depend on who asks, and its forms hold no secret (core/own_origin.py).
    """
    _sign_ups[kind_id] = SignUpPart(template, content)


def sign_up_part(request: HttpRequest, occurrence: Occurrence) -> tuple[str, dict[str, Any]] | None:
    """Return template and content of a kind's own sign-up part, or None for the usual one."""
    part = _sign_ups.get(occurrence.kind)
    content = part.content(request, occurrence) if part else None
    return (part.template, content) if part and content is not None else None
