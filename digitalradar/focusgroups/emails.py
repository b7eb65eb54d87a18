"""E-mails about focus groups, one function each; all go through the outbox.

Nobody is written to who is made up. Who has not confirmed an address yet gets no words that somebody else may have
typed: the form could otherwise be used to send strangers messages.
"""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import get_default_timezone, now
from django.utils.translation import gettext_lazy as _

from digitalradar.events.models import Occurrence
from digitalradar.mail import previews
from digitalradar.mail.services import queue

from .links import group_url, personal_url
from .models import FocusGroup, Membership

STRANGER = {"name": ""}


def confirm_request(membership: Membership) -> None:
    """Ask whether the address is theirs; at most once an hour."""
    _send("confirm_request", membership, STRANGER, key=_hour())


def invitation(membership: Membership) -> None:
    """Invite somebody; at most once an hour."""
    _send("invitation", membership, {"about": membership.group.summary}, key=_hour())


def your_link(membership: Membership) -> None:
    """Send a member the private link again; at most once an hour."""
    _send("your_link", membership, key=_hour())


def accepted(membership: Membership) -> None:
    """Tell somebody that they are a member now."""
    _send("accepted", membership)


def declined(membership: Membership) -> None:
    """Tell somebody that there is no place for them, and whom to ask; called before the request is deleted."""
    _send("declined", membership)


def membership_ended(membership: Membership) -> None:
    """Tell somebody that the moderator has ended their membership, and what remains theirs."""
    _send("membership_ended", membership)


def new_session(membership: Membership, session: Occurrence) -> None:
    """Tell a member of a new date, once per date."""
    times = _times(session.local_start, session.local_end)
    _send("new_session", membership, {"title": session.title, "place": session.place} | times, key=session.uid.hex)


def request_waiting(membership: Membership) -> None:
    """Tell the contact person and members who moderate that somebody asks to join."""
    group = membership.group
    context = {
        "name": membership.name,
        "organisation": membership.organisation,
        "message": membership.message,
        "group": group.title,
        "url": settings.PUBLIC_URL + reverse("focusgroups_members:index", args=[group.pk]),
    }
    for address in sorted(_moderators(group)):
        queue(
            kind="focusgroups.request_waiting",
            to=address,
            language="de",
            template="focusgroups/mail/request_waiting",
            context=context,
        )


def _moderators(group: FocusGroup) -> set[str]:
    if group.is_example:
        return set()
    moderating = group.memberships.active().filter(role=Membership.Role.MODERATOR, is_example=False)
    found = set(moderating.values_list("person__email", flat=True))
    if group.moderator and group.moderator.email:
        found.add(group.moderator.email.lower())
    return found


def _send(mail: str, membership: Membership, facts: dict[str, Any] | None = None, *, key: str = "") -> None:
    """Queue a mail; it names the membership by its uid, so that it goes when the membership is erased."""
    if membership.is_example:
        return
    group, key = membership.group, key or now().isoformat()
    context = {
        "name": membership.name,
        "group": group.title,
        "group_url": group_url(group, membership.language),
        "url": personal_url(membership),
        "contact": group.moderator,
    }
    queue(
        kind=f"focusgroups.{mail}",
        to=membership.person.email,
        language=membership.language,
        template=f"focusgroups/mail/{mail}",
        context=context | (facts or {}),
        reply_to=group.moderator.email if group.moderator else "",
        dedupe_key=f"focusgroups.{mail}:{membership.uid.hex}:{key}",
    )


def _times(starts: datetime, ends: datetime) -> dict[str, Any]:
    return {"starts_at": starts, "ends_at": ends, "is_one_day": starts.date() == ends.date()}


def _hour() -> str:
    return f"{now():%Y-%m-%dT%H}"


def register_previews() -> None:
    """Show the e-mails in the back office; called once at start."""
    base = {
        "name": "Kim Beispiel",
        "group": "Fokusgruppe Betriebsdaten",
        "group_url": "https://example.org/fokusgruppen/betriebsdaten/",
        "url": "https://example.org/fokusgruppen/mitglied/beispiel/",
        "contact": None,
    }
    starts = datetime(2027, 11, 23, 17, tzinfo=get_default_timezone())
    session = {"title": "Daten aus alten Maschinen", "place": None} | _times(starts, starts + timedelta(hours=2))
    request = base | {"organisation": "Beispielbetrieb", "message": "Wir möchten unsere Maschinen anbinden."}
    examples = {
        "confirm_request": (_("Fokusgruppe: Anfrage bestätigen"), base | STRANGER),
        "request_waiting": (_("Fokusgruppe: Anfrage wartet (an die Moderation)"), request),
        "accepted": (_("Fokusgruppe: aufgenommen"), base),
        "declined": (_("Fokusgruppe: kein Platz"), base),
        "invitation": (_("Fokusgruppe: Einladung"), base | {"about": "Betriebe lesen gemeinsam ihre Daten."}),
        "your_link": (_("Fokusgruppe: privater Link"), base),
        "membership_ended": (_("Fokusgruppe: Mitgliedschaft beendet"), base),
        "new_session": (_("Fokusgruppe: neue Sitzung"), base | session),
    }
    for mail, (label, example) in examples.items():
        previews.register(f"focusgroups.{mail}", label=label, template=f"focusgroups/mail/{mail}", example=example.copy)
