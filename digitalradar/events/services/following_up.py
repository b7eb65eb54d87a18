"""What people say after a date and some months later, kept apart from who they are."""

from datetime import datetime
from typing import Any

from django.utils.crypto import salted_hmac
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from digitalradar.core.errors import DomainError

from ..models import Feedback, FollowUp, Registration
from ..queries.participation import was_there
from ..queries.places import allowed

FEEDBACK, FOLLOW_UP = "feedback", "follow_up"


def may_answer(registration: Registration, act: str, at: datetime | None = None) -> bool:
    """Tell whether somebody can answer now: ``feedback`` right after a date, ``follow_up`` months later."""
    return act in allowed(registration.occurrence, at or now()) and was_there(registration)


def give_feedback(
    registration: Registration, *, rating: int, helped: str = "", missing: str = "", at: datetime | None = None
) -> Feedback:
    """Keep how it was, from 1 to 5 with two answers in words; a second time replaces the first.

    Raises:
        DomainError: it is too early or too late, or they were not there.
    """
    _check(registration, FEEDBACK, at)
    told = {"rating": rating, "helped": helped.strip(), "missing": missing.strip()}
    values = _values(registration, told, at)
    return Feedback.objects.update_or_create(receipt=receipt(registration, FEEDBACK), defaults=values)[0]


def answer_follow_up(
    registration: Registration, *, outcome: str, text: str = "", at: datetime | None = None
) -> FollowUp:
    """Keep what became of it (:class:`FollowUp.Outcome`); a second time replaces the first.

    Raises:
        DomainError: it is too early or too late, or they were not there.
    """
    _check(registration, FOLLOW_UP, at)
    values = _values(registration, {"outcome": outcome, "text": text.strip()}, at)
    return FollowUp.objects.update_or_create(receipt=receipt(registration, FOLLOW_UP), defaults=values)[0]


def own_feedback(registration: Registration) -> Feedback | None:
    """Return what somebody said before, so that their form can show it."""
    return Feedback.objects.filter(receipt=receipt(registration, FEEDBACK)).first()


def own_follow_up(registration: Registration) -> FollowUp | None:
    """Return what somebody answered before."""
    return FollowUp.objects.filter(receipt=receipt(registration, FOLLOW_UP)).first()


def receipt(registration: Registration, act: str) -> str:
    """Return what keeps each registration to one answer. It leads back to nobody without the portal's key."""
    return salted_hmac(f"digitalradar.events.{act}", registration.uid.hex, algorithm="sha256").hexdigest()


def _values(registration: Registration, told: dict[str, Any], at: datetime | None) -> dict[str, Any]:
    return {**told, "occurrence": registration.occurrence, "given_on": localdate(at)}


def _check(registration: Registration, act: str, at: datetime | None) -> None:
    if not was_there(registration):
        raise DomainError(_("Danach fragen wir nur Leute, die dabei waren."))
    if act not in allowed(registration.occurrence, at or now()):
        raise DomainError(_("Danach fragen wir zu dieser Zeit nicht. Danke, dass Sie antworten wollten."))
