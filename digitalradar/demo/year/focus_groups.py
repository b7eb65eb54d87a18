"""The focus groups of the example year: members, sessions, talks, topics, and what was told on all four levels."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle
from typing import Any

from django.utils.timezone import localdate, now

from digitalradar.accounts.models import Person
from digitalradar.events.models import Occurrence, Offer, Place
from digitalradar.events.services.creating import offer_defaults
from digitalradar.focusgroups.links import new_identity
from digitalradar.focusgroups.models import (
    Announcement,
    AnonymousVersion,
    Contribution,
    FocusGroup,
    Impulse,
    Membership,
    Period,
    SessionAnswer,
    TopicProposal,
    Vote,
)
from digitalradar.focusgroups.models.group import KIND
from digitalradar.focusgroups.search_source import refresh_contribution
from digitalradar.focusgroups.services.groups import found_group
from digitalradar.region.models import ContactPerson
from digitalradar.topics.models import TopicField

from .dates import guests_of, make_occurrence
from .guests import Crowd, seat
from .people import Guest

State, Standing = Membership.State, Membership.Standing
FOUNDED = timedelta(weeks=24)  # ago
ABSENT = 2  # of the members, who decide each time anew
MESSAGE = "Wir haben seit dem Frühjahr eine neue Fräse und wissen nicht, welche Werte wir ansehen sollen."


def add_group(facts: dict[str, Any], today: date, places: dict[str, Place], people: dict[str, Person]) -> FocusGroup:
    """Make a group with its sessions and everything that was said in it."""
    group = found_group(
        slug=facts["slug"],
        title=facts["title"],
        summary=facts["summary"],
        purpose=facts["purpose"],
        rhythm=facts["rhythm"],
        moderator=ContactPerson.objects.filter(name=facts["moderator"], is_example=True).first(),
        size_limit=facts["size_limit"],
        seats_taken=facts["members"],
        state=FocusGroup.State.RUNNING,
        created_at=now() - FOUNDED,
        is_example=True,
    )
    group.topic_fields.set(TopicField.objects.filter(pk__in=facts["topics"]))
    members = _add_members(group, facts, people)
    sessions = {session["week"]: _add_session(group, facts, session, today, places) for session in facts["sessions"]}
    for session in facts["sessions"]:
        _seat_members(sessions[session["week"]], members, session, facts, people)
    _add_impulses(group, facts, sessions)
    _add_topics(group, facts, members)
    for told in facts["contributions"]:
        _contribute(members[told["author"]], told, sessions.get(told.get("session")))
    return group


def _add_members(group: FocusGroup, facts: dict[str, Any], people: dict[str, Person]) -> list[Membership]:
    """Return the members; requests beyond them wait for the moderator."""
    began, rows = group.created_at, []
    for number, guest in enumerate(_guests(facts)):
        is_member = number < facts["members"]
        rows.append(
            Membership(
                **new_identity(),
                group=group,
                person=people[guest.email],
                name=guest.name,
                organisation=guest.firm,
                message="" if is_member else MESSAGE,
                state=State.ACTIVE if is_member else State.REQUESTED,
                standing=Standing.YES if number < facts["members"] - ABSENT else Standing.ASK,
                confirmed_at=began if is_member else now() - timedelta(days=1),
                created_at=began if is_member else now() - timedelta(days=1),
                changed_at=began if is_member else now() - timedelta(days=1),
                is_example=True,
            )
        )
    members = Membership.objects.bulk_create(rows)[: facts["members"]]
    Period.objects.bulk_create(Period(membership=member, began_at=began) for member in members)
    return members


def _guests(facts: dict[str, Any]) -> list[Guest]:
    """Return the people of a group, from firms for which its subject matters."""
    firms = cycle(facts["firms"])
    guests = guests_of(facts["slug"], facts["members"] + facts["requests"])
    return [replace(guest, firm=next(firms)) for guest in guests]


def _add_session(
    group: FocusGroup, facts: dict[str, Any], session: dict[str, Any], today: date, places: dict[str, Place]
) -> Occurrence:
    summary = f"Treffen der Gruppe „{group.title}“: ein kurzer Impuls, danach erzählen alle von ihrem Betrieb."
    told = {
        "kind": KIND,
        "key": f"{group.slug.removeprefix('beispiel-')}-{facts['sessions'].index(session) + 1}",
        "week": session["week"],
        "day": facts["session"]["day"],
        "time": facts["session"]["time"],
        "place": facts["place"],
        "topics": facts["topics"],
        "contact": facts["moderator"],
        "title": session["title"],
        "summary": summary,
    }
    occurrence = make_occurrence(told, today, places, series=group.series)
    defaults = offer_defaults(occurrence.format)
    Offer.objects.create(occurrence=occurrence, capacity=facts["session"]["capacity"], **defaults)
    Announcement.objects.create(session=occurrence, made_at=occurrence.publish_at)
    return occurrence


def _seat_members(
    occurrence: Occurrence,
    members: list[Membership],
    session: dict[str, Any],
    facts: dict[str, Any],
    people: dict[str, Person],
) -> None:
    """Book the places of those whose standing answer is yes; in sessions of the past some others came as well."""
    offer = occurrence.offers.get()
    standing = len(members) - ABSENT
    came = session.get("came", 0)
    crowd = Crowd(booked=max(standing, came), came=came)
    seat(offer, crowd, _guests(facts)[: len(members)], people)
    SessionAnswer.objects.bulk_create(
        SessionAnswer(membership=member, session=occurrence, last_act=SessionAnswer.Act.BOOKED)
        for member in members[:standing]
    )


def _add_impulses(group: FocusGroup, facts: dict[str, Any], sessions: dict[int, Occurrence]) -> None:
    for told in facts["impulses"]:
        Impulse.objects.create(
            group=group,
            session=sessions[told["session"]],
            speaker=told["speaker"],
            title=told["title"],
            summary=told["summary"],
            licence=told.get("licence", ""),
            released_on=localdate() - timedelta(days=7) if told.get("released") else None,
            is_example=True,
        )


def _add_topics(group: FocusGroup, facts: dict[str, Any], members: list[Membership]) -> None:
    for number, told in enumerate(facts["proposals"]):
        topic = TopicProposal.objects.create(
            group=group, author=members[number], title=told["title"], text=told["text"]
        )
        Vote.objects.bulk_create(Vote(topic=topic, membership=member) for member in members[: told["votes"]])


def _contribute(author: Membership, told: dict[str, Any], session: Occurrence | None) -> None:
    """Write what a member told, on the level that its made-up author chose."""
    written = session.ends_at + timedelta(hours=20) if session else now() - timedelta(days=20)
    is_public = told["level"] == "public"
    contribution = Contribution.objects.create(
        group=author.group,
        author=author,
        session=session,
        kind=told["kind"],
        text=told["text"],
        confidentiality=told["level"],
        public_name=f"{author.name}, {author.organisation}" if is_public else "",
        public_since=written if is_public else None,
        created_at=written,
        is_example=True,
    )
    if text := told.get("anonymous"):
        AnonymousVersion.objects.create(contribution=contribution, text=text)
    refresh_contribution(contribution)
