"""The list of groups and the page of one, the same for everybody."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from digitalradar.events.models import Occurrence
from digitalradar.events.presentation.rows import rows as session_rows
from digitalradar.events.presentation.times import when
from digitalradar.events.queries.pages import next_turn

from ..models import AnonymousVersion, Contribution, FocusGroup, Impulse
from ..queries.contributions import public_contributions, public_versions
from ..queries.groups import next_session_of_each, public_groups, released_impulses
from ..queries.sessions import next_sessions

SESSIONS_SHOWN = 4
GERMAN = "de"


def overview_page() -> dict[str, Any]:
    """Return what the list of groups shows."""
    groups = list(public_groups())
    sessions = next_session_of_each(groups)
    rows = [group_row(group, sessions.get(group.series_id)) for group in groups]
    return {
        "running": [row for row in rows if row["is_running"]],
        "ended": [row for row in rows if not row["is_running"]],
        "lang": foreign(),
        "until": min((session.starts_at for session in sessions.values()), default=None),
    }


def group_row(group: FocusGroup, session: Occurrence | None) -> dict[str, Any]:
    """Return what a row of the list shows."""
    return {
        "title": group.title,
        "url": reverse("focusgroups:group", args=[group.slug]),
        "summary": group.summary,
        "topics": ", ".join(topic.local_title for topic in group.topic_fields.all()),
        "rhythm": group.rhythm,
        "next": when(session) if session else "",
        "chip": places_chip(group),
        "is_running": group.is_running,
        "is_example": group.is_example,
    }


def places_chip(group: FocusGroup) -> dict[str, str]:
    """Return icon, kind and words for whether one can join."""
    if not group.is_running:
        return {"kind": "plain", "icon": "circle-check", "label": _("beendet")}
    if group.openness == FocusGroup.Openness.CLOSED:
        return {"kind": "plain", "icon": "lock", "label": _("geschlossene Gruppe")}
    if group.openness == FocusGroup.Openness.INVITATION:
        return {"kind": "plain", "icon": "mail", "label": _("auf Einladung")}
    if not group.free_places:
        return {"kind": "warn", "icon": "hourglass", "label": _("zurzeit voll")}
    label = ngettext("%(count)s Platz frei", "%(count)s Plätze frei", group.free_places)
    return {"kind": "ok", "icon": "circle-check", "label": label % {"count": group.free_places}}


def group_page(group: FocusGroup) -> dict[str, Any]:
    """Return what the page of a group shows."""
    sessions = list(next_sessions(group)[:SESSIONS_SHOWN])
    return {
        "group": group,
        "lang": foreign(),
        "chip": places_chip(group),
        "joining": joining(group),
        "topics": [topic.local_title for topic in group.topic_fields.all()],
        "sessions": session_rows(sessions, members={session.pk for session in sessions}),
        "impulses": [impulse_row(impulse) for impulse in released_impulses(group)],
        "told": [told_by_name(contribution) for contribution in public_contributions(group)],
        "told_without_name": [told_without_name(version) for version in public_versions(group)],
        "canonical": settings.PUBLIC_URL + reverse("focusgroups:group", args=[group.slug]),
        "until": _soonest(sessions),
    }


def joining(group: FocusGroup) -> dict[str, Any]:
    """Return whether and how one can join, in a heading and a sentence."""
    if not group.is_running:
        title, text = _("Diese Gruppe hat ihre Arbeit beendet"), _("Was sie herausgefunden hat, lesen Sie hier weiter.")
    elif group.openness == FocusGroup.Openness.INVITATION:
        title = _("Mitmachen auf Einladung")
        text = _("In diese Gruppe lädt die Moderation ein. Rufen Sie an, wenn das Thema Ihres ist.")
    elif group.openness == FocusGroup.Openness.CLOSED:
        title, text = _("Diese Gruppe ist geschlossen"), _("Zurzeit kommt niemand dazu.")
    elif not group.free_places:
        title = _("Zurzeit sind alle Plätze vergeben")
        text = _("Sie können trotzdem anfragen: Die Moderation meldet sich, sobald ein Platz frei wird.")
    else:
        title = _("Möchten Sie mitmachen?")
        text = _("Fragen Sie an: Die Moderation antwortet Ihnen per E-Mail. Die Teilnahme kostet nichts.")
    return {"title": title, "text": text, "is_open": group.takes_requests}


def impulse_row(impulse: Impulse) -> dict[str, str]:
    """Return a talk with the way to its material, as everybody sees it."""
    url = reverse("focusgroups:released", args=[impulse.group.slug, impulse.pk]) if impulse.document else ""
    return {
        "title": impulse.title,
        "speaker": impulse.speaker,
        "summary": impulse.summary,
        "file_url": url,
        "url": impulse.url,
        "licence": impulse.licence,
    }


def told_by_name(contribution: Contribution) -> dict[str, str]:
    """Return a text that stands in public with the name its author chose."""
    return {
        "anchor": f"beitrag-{contribution.pk}",
        "kind": Contribution.Kind(contribution.kind).label,
        "text": contribution.text,
        "name": contribution.public_name,
    }


def told_without_name(version: AnonymousVersion) -> dict[str, str]:
    """Return a text without a name: nothing of who, where from, when, and in which session (F-2)."""
    return {
        "anchor": f"beitrag-{version.key.hex}",
        "kind": Contribution.Kind(version.contribution.kind).label,
        "text": version.text,
    }


def foreign() -> str:
    """Return the language of the groups' texts where it is not that of the page, for ``lang``; else nothing."""
    return "" if (get_language() or GERMAN)[:2] == GERMAN else GERMAN


def _soonest(sessions: list[Occurrence]) -> datetime | None:
    return min((turn for session in sessions if (turn := next_turn(session))), default=None)
