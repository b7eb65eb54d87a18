"""Who hears of a new version: exactly those whom it touches, each once (E-3)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from digitalradar.events.models import Booking, Occurrence, Registration
from digitalradar.events.models.booking import ACTIVE

from .. import emails
from ..models import PlanItem, ProgrammeVersion, Speaker
from ..rules.snapshots import FOR_CALENDARS, FOR_SPEAKERS, Change

People = Mapping[Registration, Sequence[Change]]
Speakers = Mapping[Speaker, Sequence[Change]]


def affected_people(occurrence: Occurrence, changes: Sequence[Change]) -> People:
    """Return who booked a seat in, or picked, an item whose time, room or state changes, with these changes.

    To be asked before bookings follow. A pick counts when its plan belongs to a registration that still stands:
    of other plans nobody knows whose they are. Who has not confirmed their address yet reads it when they do.
    """
    told = {change.entry.key: change for change in changes if FOR_CALENDARS & set(change.what)}
    rows: set[tuple[int, str]] = set()
    if told:
        booked = Booking.objects.filter(
            offer__programme_item__isnull=False, offer__occurrence=occurrence, state__in=ACTIVE
        )
        rows |= {(pk, uid.hex) for pk, uid in booked.values_list("registration", "offer__programme_item__uid")}
        standing = Booking.objects.filter(offer__occurrence=occurrence, state__in=ACTIVE).values("registration")
        picked = PlanItem.objects.filter(plan__occurrence=occurrence, plan__registration__in=standing)
        rows |= {(pk, uid.hex) for pk, uid in picked.values_list("plan__registration", "item__uid")}
    found: dict[int, list[Change]] = defaultdict(list)
    for pk, key in sorted(rows):
        if key in told:
            found[pk].append(told[key])
    people = Registration.objects.filter(pk__in=found, person__isnull=False, confirmed_at__isnull=False)
    people = people.select_related("person")
    return {registration: _in_order(found[registration.pk]) for registration in people.order_by("pk")}


def affected_speakers(occurrence: Occurrence, changes: Sequence[Change]) -> Speakers:
    """Return who speaks, or spoke, in an item that is new, changes, or takes place without them from now on."""
    found: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        before = set(change.before.speakers) if change.before else set()
        after = set(change.after.speakers) if change.after else set()
        for uid in before | after if FOR_SPEAKERS - {"speakers"} & set(change.what) else before ^ after:
            found[uid].append(change)
    rows = Speaker.objects.filter(occurrence=occurrence).exclude(email="").order_by("pk")
    return {speaker: _in_order(found[speaker.uid.hex]) for speaker in rows if speaker.uid.hex in found}


def tell(version: ProgrammeVersion, people: People, speakers: Speakers) -> None:
    """Queue one mail to each."""
    for registration, changes in people.items():
        emails.programme_changed(registration, version, changes)
    for speaker, changes in speakers.items():
        emails.speaker_told(speaker, version, changes)


def _in_order(changes: Sequence[Change]) -> list[Change]:
    return sorted(changes, key=lambda change: (change.entry.starts_at, change.entry.key))
