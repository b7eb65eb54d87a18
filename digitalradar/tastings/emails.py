"""E-mails about tastings, one function each; all go through the outbox."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from digitalradar.events.addresses import event_url
from digitalradar.events.models import Occurrence
from digitalradar.mail import previews
from digitalradar.mail.services import queue

from .models import Interest


def confirm_interest(interest: Interest, token: str) -> None:
    """Ask whether the address is theirs; at most once an hour. Nothing that somebody typed goes there."""
    _send("confirm_interest", interest, interest.occurrence, token, key=f"{now():%Y-%m-%dT%H}")


def can_be_booked(interest: Interest, target: Occurrence, token: str) -> None:
    """Tell that a date can be booked now, once."""
    _send("can_be_booked", interest, target, token, key=target.uid.hex)


def _send(mail: str, interest: Interest, occurrence: Occurrence, token: str, *, key: str) -> None:
    if occurrence.is_example or interest.person is None or interest.person.is_example:
        return
    queue(
        kind=f"tastings.{mail}",
        to=interest.person.email,
        language=interest.language,
        template=f"tastings/mail/{mail}",
        context=_facts(interest, occurrence, token),
        dedupe_key=f"tastings.{mail}:{interest.pk}:{key}",
    )


def _facts(interest: Interest, occurrence: Occurrence, token: str) -> dict[str, Any]:
    with override(interest.language):
        own = reverse("tastings:interest", args=[token])
    return {
        "title": occurrence.title,
        "station": interest.station.title if interest.station else "",
        "starts": occurrence.local_start.replace(tzinfo=None),
        "event_url": event_url(occurrence, interest.language),
        "url": f"{settings.PUBLIC_URL}{own}",
    }


def register_previews() -> None:
    """Show the e-mails in the back office; called once at start."""
    example = {
        "title": "Technik zum Anfassen",
        "station": "Cobot am Schraubstock",
        "starts": datetime(2027, 11, 21, 14),
        "event_url": "https://example.org/termine/beispiel/",
        "url": "https://example.org/termine/interesse/beispiel/",
    }
    labels = {
        "confirm_interest": _("Tech-Tasting: Interesse bestätigen"),
        "can_be_booked": _("Tech-Tasting: Jetzt buchbar"),
    }
    for mail, label in labels.items():
        previews.register(f"tastings.{mail}", label=label, template=f"tastings/mail/{mail}", example=example.copy)
