"""Formats of other apps take part in the pages of dates: they may put their own sign-up in place of the usual one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from .models import Occurrence

Content = Callable[[Occurrence], dict[str, Any] | None]


@dataclass(frozen=True)
class SignUpPart:
    """What stands on the page of a date where others offer the way to the sign-up form."""

    template: str
    content: Content
    shows_numbers: bool = False


Bookings = Callable[[Any, list[dict[str, Any]]], dict[str, Any] | None]

_sign_ups: dict[str, SignUpPart] = {}
_bookings: dict[str, tuple[str, Bookings]] = {}
_elsewhere: dict[str, Callable[[Occurrence], str | None]] = {}
_own_data: dict[str, Callable[[Any], dict[str, Any]]] = {}
_members: dict[str, Callable[[list[Occurrence]], set[int]]] = {}


def register_signup(kind_id: str, template: str, content: Content, *, shows_numbers: bool = False) -> None:
    """Replace the sign-up part of all dates of a kind; once, from an app's ``AppConfig.ready``.

    ``content(occurrence)`` returns what the template shows, or None to leave this date the usual part. The
    page is kept for everybody: content may not depend on who asks, and its forms hold no secret (core/own_origin.py).
    ``shows_numbers``: it says how many places are free, so it is made anew with each place that is taken.
    """
    _sign_ups[kind_id] = SignUpPart(template, content, shows_numbers)


def shows_numbers(kind_id: str) -> bool:
    """Tell whether pages of a kind say how many places are free."""
    return kind_id in _sign_ups and _sign_ups[kind_id].shows_numbers


def register_elsewhere(
    kind_id: str, address: Callable[[Occurrence], str | None], members: Callable[[list[Occurrence]], set[int]]
) -> None:
    """Let nobody use the form of dates that are for members only; once, from ``AppConfig.ready``.

    ``address(occurrence)`` is where people are led who try, None for dates that everybody may sign up for;
    ``members(occurrences)`` returns the ids of those for members only, with one query for all.
    """
    _elsewhere[kind_id] = address
    _members[kind_id] = members


def for_members(occurrences: Iterable[Occurrence]) -> set[int]:
    """Return the ids of the dates for members only; no query where no kind among them has any."""
    by_kind: dict[str, list[Occurrence]] = {}
    for occurrence in occurrences:
        if occurrence.kind in _members:
            by_kind.setdefault(occurrence.kind, []).append(occurrence)
    return {pk for kind, found in by_kind.items() for pk in _members[kind](found)}


def sign_up_elsewhere(occurrence: Occurrence) -> str | None:
    """Return where people are led who open the form of a date that is for members only, or None."""
    address = _elsewhere.get(occurrence.kind)
    return address(occurrence) if address else None


def register_bookings(kind_id: str, template: str, content: Bookings) -> None:
    """Replace the list of what is booked on the page behind a private link; once, from ``AppConfig.ready``.

    ``content(registration, bookings)`` gets the bookings as ``includes/booking.html`` shows them and returns what the
    template needs besides the context of the page, or None for the usual list.
    """
    _bookings[kind_id] = (template, content)


def bookings_part(registration: Any, bookings: list[dict[str, Any]]) -> tuple[str, dict[str, Any]] | None:
    """Return template and content of a kind's own list of bookings, or None for the usual one."""
    template, content = _bookings.get(registration.occurrence.kind, ("", lambda *_all: None))
    shown = content(registration, bookings)
    return None if shown is None else (template, shown)


def register_own_data(kind_id: str, data: Callable[[Any], dict[str, Any]]) -> None:
    """Let ``data(registration)`` join what a person may download of a registration (X19); once, from ``ready``."""
    _own_data[kind_id] = data


def more_own_data(registration: Any) -> dict[str, Any]:
    """Return what the app of the kind keeps of a registration."""
    data = _own_data.get(registration.occurrence.kind)
    return data(registration) if data else {}


def sign_up_part(occurrence: Occurrence) -> tuple[str, dict[str, Any]] | None:
    """Return template and content of a kind's own sign-up part, or None for the usual one."""
    part = _sign_ups.get(occurrence.kind)
    content = part.content(occurrence) if part else None
    return (part.template, content) if part and content is not None else None
