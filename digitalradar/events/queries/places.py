"""How many places there are, of any number of offers with one query, and what everybody is told of them."""

from collections.abc import Iterable
from datetime import datetime

from django.db import connection
from django.utils.timezone import now

from ..models import Booking, Occurrence, Offer, Registration
from ..models.booking import PENDING, State
from ..rules import places
from ..rules.places import Count, Shown


def counts(offers: Iterable[Offer], at: datetime | None = None) -> dict[int, Count]:
    """Return the persons of each offer by its id, at a moment; ``seats_taken`` is believed as it was read."""
    offers = list(offers)
    sums = _sums([offer.pk for offer in offers], at or now()) if offers else {}
    return {offer.pk: _count(offer, *sums.get(offer.pk, (0, 0))) for offer in offers}


def _sums(offers: list[int], at: datetime) -> dict[int, tuple[int, int]]:
    """Return the persons kept and waiting by offer. Plain SQL: each sign-up asks four times."""
    marks, pending = ", ".join(["%s"] * len(offers)), ", ".join(["%s"] * len(PENDING))
    query = f"""
        SELECT offer_id, SUM(party_size), SUM(CASE WHEN state = %s THEN party_size ELSE 0 END)
        FROM {Booking._meta.db_table}
        WHERE offer_id IN ({marks}) AND (state = %s OR (state IN ({pending}) AND held_until > %s))
        GROUP BY offer_id
    """  # noqa: S608 -- nothing but names of our own and marks for values
    waiting, moment = str(State.WAITING), connection.ops.adapt_datetimefield_value(at)
    with connection.cursor() as cursor:
        cursor.execute(query, [waiting, *offers, waiting, *map(str, PENDING), moment])
        return {offer: (int(persons - queued), int(queued)) for offer, persons, queued in cursor.fetchall()}


def all_shown(offers: Iterable[Offer], at: datetime | None = None) -> dict[int, Shown]:
    """Return what everybody is told of each offer by its id. The offers need their date (``select_related``)."""
    offers, at = list(offers), at or now()
    found = counts(offers, at)
    return {offer.pk: shown(offer, offer.occurrence, found[offer.pk], at) for offer in offers}


def places_shown(offer: Offer, at: datetime | None = None) -> Shown:
    """Return what everybody is told of one offer."""
    return all_shown([offer], at)[offer.pk]


def shown(offer: Offer, occurrence: Occurrence, count: Count, at: datetime) -> Shown:
    """Return what everybody is told of an offer whose persons are counted already."""
    return closed_because(offer, occurrence, at) or places.shown(count, has_waiting_list=has_waiting_list(offer))


def closed_because(offer: Offer, occurrence: Occurrence, at: datetime) -> Shown | None:
    """Return why nobody can sign up for an offer at a moment, whatever its places; None: they can.

    What has begun is over for sign-ups even if nobody has closed it (X10).
    """
    if min(occurrence.starts_at, offer.starts_at or occurrence.starts_at) <= at:
        return Shown.PAST
    if occurrence.state == Occurrence.State.DRAFT or _is_before(at, occurrence.publish_at, offer.opens_at):
        return Shown.NOT_YET
    if occurrence.state != Occurrence.State.PUBLISHED or closing_time(offer, occurrence) <= at:
        return Shown.CLOSED
    return None if "sign_up" in allowed(occurrence, at) else Shown.CLOSED


def allowed(occurrence: Occurrence, at: datetime) -> frozenset[str]:
    """Return the acts that the phases of its format allow for a published date at a moment."""
    if occurrence.publish_at is None:
        return frozenset()
    times = {"publication": occurrence.publish_at, "start": occurrence.starts_at, "end": occurrence.ends_at}
    return occurrence.format.allowed(at, **times)


def closing_time(offer: Offer, occurrence: Occurrence) -> datetime:
    """Return from when on no place of an offer is given away: its closing time, at the latest its beginning."""
    return places.closing_time(offer.closes_at, offer.starts_at, occurrence.starts_at)


def has_waiting_list(offer: Offer) -> bool:
    return offer.policy != Offer.Policy.OFF


def waits_for_date(registration: Registration) -> bool:
    """Tell whether somebody has yet to get, or take, a place at the date itself: until then no part of it is theirs."""
    return registration.bookings.filter(offer__title="", state__in=(State.WAITING, State.OFFERED)).exists()


def _is_before(at: datetime, *moments: datetime | None) -> bool:
    return any(moment is not None and at < moment for moment in moments)


def _count(offer: Offer, kept: int, waiting: int) -> Count:
    return Count(
        capacity=offer.capacity,
        taken=offer.seats_taken,
        kept=kept,
        unused_reserved=offer.reserved - offer.reserved_used,
        waiting=waiting,
    )
