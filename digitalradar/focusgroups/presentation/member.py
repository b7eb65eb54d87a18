"""A member's own page in its three shapes: waiting for an answer, belonging to the group, having left."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.rich_text import expand_db_html

from digitalradar.events.models import Material, Minutes, Occurrence
from digitalradar.events.presentation.rows import where
from digitalradar.events.presentation.times import date_block, day, weekday_and_span
from digitalradar.events.services.links import personal_url

from ..forms.member import StandingForm
from ..links import personal_url as member_url
from ..models import Impulse, Membership, TopicProposal
from ..opened import OpenMember
from ..queries.contributions import own, readable_by
from ..queries.groups import impulses_of
from ..queries.sessions import Attendance, attendance_of, past_sessions
from ..queries.topics import open_topics, planned_topics
from .contributions import contribution_row

CONTRIBUTIONS_SHOWN = 200


def pending_page(opened: OpenMember) -> dict[str, Any]:
    """Return what somebody sees who does not belong to the group yet, or not again: what is to be done, and by whom.

    Who was a member before still finds what they told.
    """
    membership = opened.membership
    own_rows = [contribution_row(row, opened) for row in own(membership)[:CONTRIBUTIONS_SHOWN]]
    if membership.state == Membership.State.INVITED:
        return {"step": "invited", "own": own_rows}
    return {"step": "waiting" if membership.confirmed_at else "unconfirmed", "own": own_rows}


def former_page(opened: OpenMember) -> dict[str, Any]:
    """Return what somebody sees who has left: what they wrote, and what was there until then."""
    rows = [contribution_row(row, opened) for row in readable_by(opened.membership)[:CONTRIBUTIONS_SHOWN]]
    return {
        "own": [row for row in rows if row["is_own"]],
        "others": [row for row in rows if not row["is_own"]],
        "may_ask_again": opened.membership.group.takes_requests,
    }


def member_page(opened: OpenMember) -> dict[str, Any]:
    """Return what a member sees."""
    membership = opened.membership
    group = membership.group
    return {
        "group": group,
        "group_url": reverse("focusgroups:group", args=[group.slug]),
        "standing_form": StandingForm(initial={"standing": membership.standing}),
        "sessions": [session_row(attendance, opened) for attendance in attendance_of(membership)],
        "topics": [topic_row(topic, opened) for topic in open_topics(membership)],
        "planned": [{"title": topic.title, "session": topic.session} for topic in planned_topics(group)],
        "contributions": [contribution_row(row, opened) for row in readable_by(membership)[:CONTRIBUTIONS_SHOWN]],
        "impulses": [impulse_row(impulse, opened) for impulse in impulses_of(group)],
        "past": [past_row(session, opened) for session in past_sessions(group)],
        "link": member_url(membership),
    }


def session_row(attendance: Attendance, opened: OpenMember) -> dict[str, Any]:
    """Return a session with the member's answer; the address of an online session only with a place."""
    session = attendance.session
    return {
        **date_block(session, short=True),
        "pk": session.pk,
        "title": session.title,
        "url": reverse("events:event", args=[session.slug]),
        "when": weekday_and_span(session),
        "where": where(session),
        "online_url": session.online_url if attendance.has_place else "",
        "chip": answer_chip(attendance),
        "is_coming": attendance.is_coming,
        "can_decline": attendance.own_answer is None,
        "can_answer": opened.membership.is_active and not session.has_begun,
        "own_page": personal_url(attendance.booking.registration) if attendance.booking else "",
        "answer_url": opened.url("answer", session_id=session.pk),
    }


def answer_chip(attendance: Attendance) -> dict[str, str]:
    """Return kind, icon and words for what counts at this session."""
    if attendance.is_waiting:
        return {"kind": "warn", "icon": "hourglass", "label": _("auf der Warteliste")}
    if attendance.has_place:
        return {"kind": "ok", "icon": "circle-check", "label": _("Sie sind angemeldet")}
    if attendance.is_coming:
        return {"kind": "warn", "icon": "mail", "label": _("wartet auf Ihre Antwort")}
    if attendance.own_answer is False:
        return {"kind": "plain", "icon": "circle-minus", "label": _("Sie haben abgesagt")}
    return {"kind": "plain", "icon": "circle-dashed", "label": _("nicht angemeldet")}


def topic_row(topic: TopicProposal, opened: OpenMember) -> dict[str, Any]:
    """Return a topic that can be voted for."""
    return {
        "pk": topic.pk,
        "title": topic.title,
        "text": topic.text,
        "votes": topic.vote_count,
        "is_voted": topic.is_voted,
        "is_own": topic.author_id == opened.membership.pk,
        "url": opened.url("vote", topic_id=topic.pk),
    }


def impulse_row(impulse: Impulse, opened: OpenMember) -> dict[str, Any]:
    """Return a talk with the way to its file that is for members."""
    return {
        "title": impulse.title,
        "speaker": impulse.speaker,
        "summary": impulse.summary,
        "file_url": opened.url("material", impulse_id=impulse.pk) if impulse.document else "",
        "url": impulse.url,
        "licence": impulse.licence,
        "is_released": impulse.is_released,
    }


def past_row(session: Occurrence, opened: OpenMember) -> dict[str, Any]:
    """Return a session that is over, with minutes that have been sent round and released material."""
    minutes = getattr(session, "minutes", None)
    is_shown = minutes is not None and minutes.state != Minutes.State.DRAFT
    return {
        "title": session.title,
        "day": day(session.local_start),
        "minutes": expand_db_html(minutes.text) if is_shown else "",
        "minutes_state": minutes.get_state_display() if is_shown else "",
        "materials": [_material(item, opened) for item in session.materials.all() if item.released_at],
    }


def _material(item: Material, opened: OpenMember) -> dict[str, str]:
    url = item.url or (opened.url("session_material", material_id=item.pk) if item.document else "")
    return {"title": item.title, "url": url, "author": item.author, "licence": item.licence}
