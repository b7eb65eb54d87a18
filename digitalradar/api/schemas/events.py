"""Dates: the calendar as a list, and one date in full."""

from datetime import date
from typing import Annotated, Literal

from ninja import Schema
from pydantic import BeforeValidator, Field, WithJsonSchema

from digitalradar.events.kinds import kinds
from digitalradar.topics.vocabulary import TOPIC_FIELDS

from .common import Described
from .guides import Licence

# An empty value asks for nothing, so that a form may send all its fields.
KindId = Literal["", *kinds()]  # type: ignore[valid-type]
TopicFieldId = Literal["", *(id for id, *_ in TOPIC_FIELDS)]  # type: ignore[valid-type]
PlacesState = Literal["free", "few", "waiting", "full", "not_yet", "closed", "past"]
Moment = Annotated[
    str, Field(json_schema_extra={"format": "date-time"}, description="ISO 8601, with the offset of the place.")
]

SLUG = "Name in the address of a date, such as `kamera-pruefung`."
PER_PAGE = 20


def _only_text(value: object) -> object:
    """A day is written as ISO 8601 says; bare numbers, which could be seconds since 1970, are none."""
    if value in ("", None):
        return None
    if isinstance(value, str) and len(value) == len("2026-12-01") and value[4] == value[7] == "-":
        return value
    raise ValueError("must be a day such as 2026-12-01")


DAY_OR_EMPTY = {"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "const": ""}]}
Day = Annotated[date | None, BeforeValidator(_only_text), WithJsonSchema(DAY_OR_EMPTY, mode="validation")]


class EventQuery(Schema):
    """What the address of the list may ask."""

    from_day: Day = Field(
        None, alias="from", description="First day, as `2026-12-01`; without it today. What ends on it counts."
    )
    to_day: Day = Field(None, alias="to", description="Last day; what begins on it counts.")
    kind: KindId = Field("", description="Format, such as `tech-tasting`.")
    topic: TopicFieldId = Field("", description="Field of the library that a date is about.")
    page: int = Field(1, ge=1, le=1000, description="Page of twenty; behind the last one there are no items.")


class Places(Described):
    """Whether one can still sign up. How many wait, and who comes, is told to nobody."""

    state: PlacesState = Field(
        description="`few` are left; `waiting`: full, with a waiting list; `full`: without one; `not_yet`: sign-up "
        "opens later; `closed`; `past`: it has begun."
    )
    label: str = Field(description="The same in words.", examples=["wenige Plätze frei"])


class PlaceOfEvent(Described):
    """Where people meet."""

    name: str = Field(description="Name of the house.")
    address: str = Field(description="Street and town in one line.")
    town: str = Field(description="Town.")
    room: str = Field(description="Room; may be empty.")
    is_step_free: bool = Field(description="Whether one gets there without steps.")


class SeriesOfEvent(Described):
    """What a date is one of."""

    slug: str = Field(description="Its name; `/termine/kalender.ics?reihe=` takes it.")
    title: str = Field(description="Plain text.")


class EventItem(Described):
    """A date in a list."""

    uid: str = Field(description="Lasting id, also in calendars.", json_schema_extra={"format": "uuid"})
    slug: str = Field(description="Name in the address.")
    kind: str = Field(description="Format.", examples=["tech-tasting"])
    kind_label: str = Field(description="Format in words.", examples=["Tech-Tasting"])
    title: str = Field(description="Plain text.")
    summary: str = Field(description="Two sentences.")
    language: str = Field(description="Language of its texts, and in which it is held.", examples=["de"])
    state: Literal["published", "cancelled", "closed"] = Field(description="`closed`: it took place.")
    starts_at: Moment
    ends_at: Moment
    time_zone: str = Field(description="Zone of the place.", examples=["Europe/Berlin"])
    previous_starts_at: Moment | None = Field(description="When it was to begin before it was moved.")
    mode: Literal["on_site", "online", "both"] = Field(
        description="The address of an online meeting is told to participants only."
    )
    place: PlaceOfEvent | None
    topics: list[str] = Field(description="Fields of the library it is about.")
    series: SeriesOfEvent | None
    price: str = Field(description="In words; empty means free of charge.")
    places: Places | None = Field(description="Null where there is nothing (more) to sign up for.")
    url: str = Field(description="Address of the page for people.")
    api_url: str = Field(description="Address of the full structure.")
    calendar_url: str = Field(description="Address of the date as iCalendar file.")
    is_example: bool = Field(description="True: made up for the example region; it does not take place.")


class EventList(Described):
    """One page of twenty, by beginning; `Link` tells the next and the previous one."""

    total: int = Field(ge=0, description="How many fit.")
    items: list[EventItem] = Field(max_length=PER_PAGE, description="The next first.")


class OfferOfEvent(Described):
    """Something that can be booked by itself, such as a round at a station; empty title: the date itself."""

    title: str = Field(description="Plain text.")
    starts_at: Moment | None
    ends_at: Moment | None
    places: Places | None


class AgendaPoint(Described):
    """One point of the agenda."""

    time: str = Field(description="Time on the clock there, `14:00`; may be empty.")
    title: str = Field(description="Plain text.")
    speaker: str = Field(description="Who speaks, as announced; may be empty.")
    text: str = Field(description="More; may be empty.")


class MaterialOfEvent(Described):
    """Material that was released for everybody."""

    title: str = Field(description="Plain text.")
    url: str = Field(description="Where it lies.")
    author: str = Field(description="Who made it; may be empty.")
    licence: str = Field(description="What may be done with it, as the author says; may be empty.")


class EventProvenance(Described):
    """Where the announcement comes from; name it when you take it over."""

    portal: str = Field(description="Address of the portal.")
    publisher: str = Field(description="Who publishes it; empty where nobody has entered a name.")
    url: str = Field(description="Address of the page.")
    published: Moment
    modified: Moment
    sequence: int = Field(ge=0, description="Rises whenever time, place or state change.")
    is_example: bool = Field(description="True: made up for the example region, not to be taken over.")


class ProgrammeSpeaker(Described):
    """Somebody who speaks and agreed to be named."""

    name: str = Field(description="Name.")
    organisation: str = Field(description="Firm or institution; may be empty.")


class ProgrammePoint(Described):
    """One item of a released programme."""

    id: str = Field(description="Keeps its value through all versions.")
    kind: Literal["talk", "panel", "workshop", "break"] = Field(description="What kind of item it is.")
    title: str = Field(description="Plain text.")
    text: str = Field(description="Plain text; may be empty.")
    starts_at: Moment
    ends_at: Moment
    room: str | None = Field(description="Name of the room; null while it is open.")
    track: str | None = Field(description="Title of the track; null: it belongs to none.")
    language: str = Field(description="Language in which it is held.", examples=["de"])
    is_cancelled: bool = Field(description="True: it was announced and does not take place.")
    needs_booking: bool = Field(description="True: it has seats to book, besides the date itself.")
    speakers: list[ProgrammeSpeaker] = Field(description="Only who agreed to be named.")


class ProgrammeOfEvent(Described):
    """The programme as it was released last; page, calendar and PDF carry the same version."""

    version: int = Field(ge=1, description="Counts from 1; a version never changes.")
    released_at: Moment
    url: str = Field(description="Address of the page.")
    items: list[ProgrammePoint] = Field(description="In order of time.")


class EventDocument(EventItem):
    """A date in full."""

    description: str = Field(description="Safe HTML of paragraphs, lists and links; may be empty.")
    host: str = Field(description="Who invites; may be empty.")
    bring_along: str = Field(description="What guests are asked to bring; may be empty.")
    offers: list[OfferOfEvent] = Field(description="What can be booked, in the order of the programme.")
    agenda: list[AgendaPoint] = Field(description="In order.")
    materials: list[MaterialOfEvent] = Field(description="Only what was released for everybody.")
    programme: ProgrammeOfEvent | None = Field(description="Null where there is none, or none is released.")
    licence: Licence
    provenance: EventProvenance
