"""See to it that no piece of equipment is at two running rounds (T-2), also across dates."""

from collections.abc import Collection, Iterable

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import ngettext

from digitalradar.core.errors import DomainError
from digitalradar.events.models import Occurrence

from ..models import Equipment, Round
from ..rules.equipment import Clash, Use, find_clash

TAKES_PLACE = (Occurrence.State.PUBLISHED, Occurrence.State.CLOSED)


class EquipmentTwice(DomainError):
    """A piece of equipment would be at two places at once; the sentence names both."""


def check_equipment(occurrence: Occurrence) -> None:
    """Refuse the timetable of a date when it needs more pieces at a moment than there are.

    Belongs inside the lock of the date. Counted are its own rounds and those of all other dates that are published:
    what is planned in other drafts is held against this date when they are published. The rows of the equipment are
    locked, so that two dates that want the same piece go one after the other.

    Raises:
        EquipmentTwice: the message says which equipment, when and where.
    """
    units = _locked_units(Equipment.objects.filter(stations__occurrence=occurrence))
    if not units:
        return
    if clash := find_clash(uses_of(Q(station__occurrence=occurrence) | _published(), units), units):
        raise _twice(clash, units[clash.equipment], occurrence)


def check_units(equipment: Equipment, units: int) -> None:
    """Refuse fewer pieces than published dates ahead need; inside a transaction.

    Raises:
        EquipmentTwice: the message says when and where.
    """
    _locked_units(Equipment.objects.filter(pk=equipment.pk))
    if clash := find_clash(uses_of(_published(), [equipment.pk]), {equipment.pk: units}):
        raise _twice(clash, units, None)


def uses_of(where: Q, equipment: Collection[int]) -> Iterable[Use]:
    """Return the uses of some equipment by rounds; one query."""
    found = Round.objects.filter(where, station__equipment__in=equipment)
    rows = found.values_list("station__equipment", "station__title", "offer__starts_at", "offer__ends_at")
    return [Use(*row) for row in rows]


def _published() -> Q:
    return Q(station__occurrence__state__in=TAKES_PLACE)


def _locked_units(equipment: Iterable[Equipment]) -> dict[int, int]:
    ids = {row.pk for row in equipment}
    rows = Equipment.objects.filter(pk__in=ids).order_by("pk").select_for_update(no_key=True)
    return dict(rows.values_list("pk", "units"))


def _twice(clash: Clash, units: int, occurrence: Occurrence | None) -> EquipmentTwice:
    moment = clash.at.astimezone(occurrence.zone) if occurrence else localtime(clash.at)
    words = ngettext(
        "„%(equipment)s“ gibt es nur einmal, am %(day)s um %(time)s Uhr bräuchten es aber mehrere Stationen: "
        "%(stations)s. Lassen Sie eine davon in dieser Runde aus.",
        "„%(equipment)s“ gibt es nur %(count)d-mal, am %(day)s um %(time)s Uhr bräuchten es aber mehr Stationen: "
        "%(stations)s. Lassen Sie eine davon in dieser Runde aus.",
        units,
    )
    return EquipmentTwice(
        words
        % {
            "equipment": Equipment.objects.get(pk=clash.equipment).name,
            "count": units,
            "day": date_format(moment, "DATE_FORMAT"),
            "time": date_format(moment, "H:i"),
            "stations": ", ".join(clash.stations),
        }
    )
