"""The page of one date: facts, notices, agenda, and what goes on around it."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from ..formats import for_members, sign_up_part
from ..models import Material, Occurrence
from ..queries.pages import released_materials
from .places import chip, shown_of
from .rows import foreign, where
from .signing_up import sign_up_state
from .structured_data import structured_data
from .times import date_block, moment, weekday_and_span


def event_page(occurrence: Occurrence) -> dict[str, Any]:
    """Return what the template shows, the same for everybody."""
    shown = shown_of([occurrence])[occurrence.pk]
    state = sign_up_state(occurrence, shown)
    own_part = sign_up_part(occurrence)
    return {
        "occurrence": occurrence,
        "kind": occurrence.format,
        "lang": foreign(occurrence),
        "date": date_block(occurrence),
        "facts": facts(occurrence),
        "notices": notices(occurrence),
        "sign_up": state,
        "chip": chip(occurrence, shown, for_members=bool(for_members([occurrence]))),
        "sign_up_template": own_part[0] if own_part else "events/includes/sign_up.html",
        "sign_up_content": own_part[1] if own_part else {},
        "agenda": agenda(occurrence),
        "materials": [material_row(item) for item in released_materials(occurrence)],
        "topics": [
            {"label": topic.local_title, "url": f"{reverse('events:calendar')}?{urlencode({'thema': topic.pk})}"}
            for topic in occurrence.topic_fields.all()
        ],
        "contact": occurrence.contact,
        "mail_url": _mail_url(occurrence),
        "structured_data": structured_data(occurrence, state, public_address(occurrence)),
    }


def facts(occurrence: Occurrence) -> list[dict[str, str]]:
    """Return term, icon and text of what one has to know first."""
    place = occurrence.place
    room = _("%(place)s, %(room)s") % {"place": where(occurrence), "room": occurrence.room}
    found = [
        {"term": _("Zeit"), "icon": "clock", "text": weekday_and_span(occurrence)},
        {"term": _("Ort"), "icon": "map-pin", "text": room if occurrence.room else where(occurrence)},
    ]
    if place and place.is_step_free and occurrence.mode != Occurrence.Mode.ONLINE:
        found.append({"term": _("Zugang"), "icon": "circle-check", "text": _("stufenlos erreichbar")})
    found.append({"term": _("Kosten"), "icon": "info-circle", "text": occurrence.price or _("kostenfrei")})
    if occurrence.language != settings.LANGUAGE_CODE:
        found.append(
            {"term": _("Sprache"), "icon": "users", "text": get_language_info(occurrence.language)["name_local"]}
        )
    if occurrence.series and occurrence.series.rhythm:
        found.append({"term": _("Rhythmus"), "icon": "calendar-event", "text": occurrence.series.rhythm})
    return found


def notices(occurrence: Occurrence) -> list[dict[str, str]]:
    """Return the alerts above everything else."""
    if occurrence.state == Occurrence.State.CANCELLED:
        return [{"kind": "bad", "title": _("Dieser Termin ist abgesagt."), "text": occurrence.cancel_reason}]
    if occurrence.previous_starts_at and not occurrence.is_over:
        text = _("Ursprünglich war er für den %(moment)s geplant. Wer angemeldet ist, hat eine E-Mail bekommen.")
        shown = text % {"moment": moment(occurrence.previous_starts_at, occurrence)}
        return [{"kind": "warn", "title": _("Dieser Termin ist verlegt."), "text": shown}]
    return []


def agenda(occurrence: Occurrence) -> list[dict[str, str]]:
    """Return the points of the agenda."""
    return [
        {
            "time": date_format(item.starts_at, "H:i") if item.starts_at else "",
            "title": item.title,
            "speaker": item.speaker,
            "text": item.text,
        }
        for item in occurrence.agenda.all()
    ]


def material_row(item: Material, private_url: str = "") -> dict[str, str]:
    """Return title, address and origin of released material; ``private_url`` leads to a file for participants."""
    return {
        "title": item.title,
        "url": item.url or private_url or (item.document.url if item.document else ""),
        "author": item.author,
        "licence": item.licence,
        "icon": "external-link" if item.url else "file-download",
    }


def public_address(occurrence: Occurrence) -> str:
    """Return the one address of the page in its language, under whichever name the server was asked."""
    return f"{settings.PUBLIC_URL}{reverse('events:event', args=[occurrence.slug])}"


def _mail_url(occurrence: Occurrence) -> str:
    text = _("Dieser Termin könnte Sie interessieren: %(title)s") % {"title": occurrence.title}
    query = urlencode({"subject": occurrence.title, "body": f"{text}\n{public_address(occurrence)}"})
    return f"mailto:?{query}".replace("+", "%20")
