"""The dates of the example year themselves, with what the formats add to them."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zlib import crc32

import yaml
from django.utils.timezone import now

from digitalradar.accounts.models import Person
from digitalradar.events.kinds import find_kind
from digitalradar.events.models import AgendaItem, LogEntry, Material, Minutes, Occurrence, Offer, Place
from digitalradar.events.services.creating import offer_defaults
from digitalradar.region.models import ContactPerson
from digitalradar.topics.models import TopicField

from .calendar import moment
from .guests import Crowd, answer, seat
from .people import COUNT, Guest, guest
from .programme import add_programme
from .tasting import add_stations

FOLDER = Path(__file__).parent
SLUG = "beispiel-%s"
ANNOUNCED = timedelta(weeks=9)  # before the date, at the latest yesterday
HOST = "Region Ahrensland (Beispiel)"


def read(name: str) -> Any:
    """Return one of the files beside this one."""
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


def add_places(facts: dict[str, dict[str, Any]]) -> dict[str, Place]:
    """Return the places by their key, made where they are missing."""
    return {
        key: Place.objects.get_or_create(name=values["name"], is_example=True, defaults=values)[0]
        for key, values in facts.items()
    }


def add_date(facts: dict[str, Any], today: date, places: dict[str, Place], people: dict[str, Person]) -> Occurrence:
    """Make one date of the plan with everybody who booked it."""
    occurrence = make_occurrence(facts, today, places)
    offer = Offer.objects.create(
        occurrence=occurrence,
        capacity=facts.get("capacity", occurrence.format.defaults["capacity"]),
        **offer_defaults(occurrence.format),
    )
    _add_texts(occurrence, facts)
    if plan := facts.get("stations"):
        add_stations(occurrence, read("tasting.yaml")[plan], people)
        return occurrence
    crowd = Crowd(**{name: facts.get(name, 0) for name in ("booked", "waiting", "asked", "came")})
    registrations = seat(offer, crowd, guests_of(facts["key"], crowd.total), people)
    answer(occurrence, registrations[: crowd.came], facts.get("feedback", []), facts.get("follow_ups", []))
    if plan := facts.get("programme"):
        add_programme(occurrence, read("programme.yaml")[plan])
    return occurrence


def make_occurrence(facts: dict[str, Any], today: date, places: dict[str, Place], **more: Any) -> Occurrence:
    """Make a date without anything to book; ``more`` are further fields."""
    kind, loaded = find_kind(facts["kind"]), now()
    starts_at = moment(today, facts["week"], facts["day"], facts["time"])
    place = places.get(facts.get("place", ""))
    occurrence = Occurrence.objects.create(
        kind=kind.id,
        title=facts["title"],
        slug=SLUG % facts["key"],
        summary=facts["summary"],
        description=facts.get("description", ""),
        language=facts.get("language", "de"),
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=facts.get("minutes_long", kind.defaults["minutes"])),
        mode=facts.get("mode", Occurrence.Mode.ON_SITE),
        place=place,
        online_url="" if facts.get("mode", "on_site") == "on_site" else f"https://example.org/{facts['key']}/",
        contact=ContactPerson.objects.filter(name=facts["contact"], is_example=True).first(),
        host=HOST,
        is_funded=facts.get("is_funded", False),
        bring_along=facts.get("bring_along", ""),
        publish_at=min(starts_at - ANNOUNCED, loaded - timedelta(days=1)),
        created_at=loaded,
        is_example=True,
        **_standing(facts, today, is_over=starts_at < loaded),
        **more,
    )
    occurrence.topic_fields.set(TopicField.objects.filter(pk__in=facts["topics"]))
    LogEntry.objects.create(occurrence=occurrence, action="occurrence.published", at=occurrence.publish_at)
    return occurrence


def guests_of(key: str, count: int) -> list[Guest]:
    """Return so many guests, always the same ones for a date and each of them once."""
    first = crc32(key.encode()) % COUNT
    return [guest(first + number) for number in range(count)]


def _standing(facts: dict[str, Any], today: date, *, is_over: bool) -> dict[str, Any]:
    """Return the fields that say what became of a date."""
    if reason := facts.get("cancelled"):
        return {"state": Occurrence.State.CANCELLED, "cancel_reason": reason, "sequence": 1}
    if before := facts.get("moved_from"):
        planned = moment(today, before["week"], before["day"], facts["time"])
        return {"state": Occurrence.State.PUBLISHED, "previous_starts_at": planned, "sequence": 1}
    return {"state": Occurrence.State.CLOSED if is_over else Occurrence.State.PUBLISHED}


def _add_texts(occurrence: Occurrence, facts: dict[str, Any]) -> None:
    AgendaItem.objects.bulk_create(
        AgendaItem(occurrence=occurrence, starts_at=clock, title=title, speaker=speaker, order=order)
        for order, (clock, title, speaker) in enumerate(facts.get("agenda", []))
    )
    if material := facts.get("material"):
        released = (occurrence.local_end + timedelta(days=1)).date()
        Material.objects.create(occurrence=occurrence, released_at=released, **material)
    if text := facts.get("minutes"):
        Minutes.objects.create(occurrence=occurrence, text=text, state=Minutes.State.APPROVED)
