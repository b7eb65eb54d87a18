"""Dates as the API tells them: what is on their public pages, nothing else."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import get_current_timezone, localdate
from django.utils.translation import override
from wagtail.rich_text import expand_db_html

from digitalradar.events.models import Occurrence, Offer, Place
from digitalradar.events.presentation.event import agenda, material_row
from digitalradar.events.presentation.places import CHIPS, shown_of
from digitalradar.events.queries.pages import released_materials
from digitalradar.events.queries.places import all_shown
from digitalradar.events.rules.places import Shown
from digitalradar.programmes.presentation.data import programme_data
from digitalradar.programmes.queries.programme import latest_version, released
from digitalradar.region.queries import current_region

from .guides import SPDX
from .problems import Refused
from .schemas.events import PER_PAGE, EventQuery

EARLIEST, LATEST = date(1900, 1, 1), date(2200, 1, 1)  # beyond them there is nothing, and times cannot be counted

Json = dict[str, Any]


def find_event(slug: str) -> Occurrence:
    """Return a date that everybody may see.

    Raises:
        Refused: ``unknown_event``.
    """
    found = _related(Occurrence.objects.public()).prefetch_related("agenda").filter(slug=slug).first()
    if found is None:
        raise Refused("unknown_event")
    return found


def event_list(asked: EventQuery, language: str) -> tuple[Json, int, datetime | None]:
    """Return one page of dates (see ``schemas.events.EventList``), the number of pages, and the latest change."""
    pages = Paginator(_found(asked), PER_PAGE)
    shown = list(pages.page(asked.page)) if asked.page <= pages.num_pages else []
    with override(language):
        told = shown_of(shown)
        items = [_item(occurrence, told[occurrence.pk]) for occurrence in shown]
    changes = [occurrence.changed_at for occurrence in shown]
    return {"total": pages.count, "items": items}, pages.num_pages, max(changes, default=None)


def changed_at(occurrence: Occurrence) -> datetime:
    """Return when what is told of a date changed last: it itself, or its programme."""
    version = latest_version(occurrence)
    return max(occurrence.changed_at, version.released_at) if version else occurrence.changed_at


def event_document(occurrence: Occurrence, language: str) -> Json:
    """Return a date in full; see ``schemas.events.EventDocument``."""
    with override(language):
        return _item(occurrence, shown_of([occurrence])[occurrence.pk]) | {
            "description": expand_db_html(occurrence.description) if occurrence.description else "",
            "host": occurrence.host,
            "bring_along": occurrence.bring_along,
            "offers": _offers(occurrence),
            "agenda": agenda(occurrence),
            "materials": [_material(material_row(item)) for item in released_materials(occurrence)],
            "programme": _programme(occurrence),
            "licence": {"id": settings.CONTENT_LICENCE, "url": SPDX.format(settings.CONTENT_LICENCE)},
            "provenance": _provenance(occurrence),
        }


def _found(asked: EventQuery) -> QuerySet[Occurrence]:
    begin = _midnight(asked.from_day or localdate())
    dates = Occurrence.objects.public().filter(ends_at__gt=begin)
    if asked.to_day:
        dates = dates.filter(starts_at__lt=_midnight(asked.to_day, days=1))
    if asked.kind:
        dates = dates.filter(kind=asked.kind)
    if asked.topic:
        dates = dates.filter(topic_fields=asked.topic)
    return _related(dates).order_by("starts_at", "pk")


def _related(dates: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
    return dates.select_related("place", "series").prefetch_related("offers", "topic_fields")


def _midnight(day: date, days: int = 0) -> datetime:
    kept = min(max(day, EARLIEST), LATEST) + timedelta(days=days)
    return datetime.combine(kept, time.min, get_current_timezone())


def _item(occurrence: Occurrence, shown: Shown | None) -> Json:
    arguments = {"slug": occurrence.slug}
    return {
        "uid": str(occurrence.uid),
        "slug": occurrence.slug,
        "kind": occurrence.kind,
        "kind_label": occurrence.format.title,
        "title": occurrence.title,
        "summary": occurrence.summary,
        "language": occurrence.language,
        "state": occurrence.state,
        "starts_at": _time(occurrence.starts_at, occurrence),
        "ends_at": _time(occurrence.ends_at, occurrence),
        "time_zone": occurrence.time_zone,
        "previous_starts_at": _time(occurrence.previous_starts_at, occurrence),
        "mode": occurrence.mode,
        "place": _place(occurrence.place, occurrence.room) if occurrence.place else None,
        "topics": [topic.pk for topic in occurrence.topic_fields.all()],
        "series": {"slug": occurrence.series.slug, "title": occurrence.series.title} if occurrence.series else None,
        "price": occurrence.price,
        "places": _places(occurrence, shown),
        "url": reverse("events:event", kwargs=arguments),
        "api_url": reverse("api:read_event", kwargs=arguments),
        "calendar_url": reverse("events:ics", kwargs=arguments),
        "is_example": occurrence.is_example,
    }


def _places(occurrence: Occurrence, shown: Shown | None) -> Json | None:
    if shown is None or occurrence.state != Occurrence.State.PUBLISHED or occurrence.is_over:
        return None
    return {"state": str(shown), "label": str(CHIPS[shown]["label"])}


def _place(place: Place, room: str) -> Json:
    told = {"name": place.name, "address": place.address, "town": place.town}
    return told | {"room": room, "is_step_free": place.is_step_free}


def _offers(occurrence: Occurrence) -> list[Json]:
    offers = list(occurrence.offers.all())
    told: Mapping[int, Shown] = all_shown(offers)
    return [_offer(offer, occurrence, told[offer.pk]) for offer in offers]


def _offer(offer: Offer, occurrence: Occurrence, shown: Shown) -> Json:
    return {
        "title": offer.title,
        "starts_at": _time(offer.starts_at, occurrence),
        "ends_at": _time(offer.ends_at, occurrence),
        "places": _places(occurrence, shown),
    }


def _material(row: Mapping[str, str]) -> Json:
    return {name: row[name] for name in ("title", "url", "author", "licence")}


def _provenance(occurrence: Occurrence) -> Json:
    return {
        "portal": settings.PUBLIC_URL,
        "publisher": current_region().name,
        "url": settings.PUBLIC_URL + reverse("events:event", kwargs={"slug": occurrence.slug}),
        "published": _time(occurrence.publish_at, occurrence),
        "modified": _time(occurrence.changed_at, occurrence),
        "sequence": occurrence.sequence,
        "is_example": occurrence.is_example,
    }


def _time(moment: datetime | None, occurrence: Occurrence) -> str | None:
    return moment.astimezone(occurrence.zone).isoformat(timespec="seconds") if moment else None


def _programme(occurrence: Occurrence) -> Json | None:
    shown = released(occurrence)
    return programme_data(shown) if shown else None
