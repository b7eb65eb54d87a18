"""Times of slots as readers write them."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..models import Slot


def clock(moment: datetime, slot: Slot) -> str:
    """Return "14:25" in the time of the place."""
    return date_format(moment.astimezone(slot.occurrence.zone), "H:i")


def begin(slot: Slot) -> str:
    return clock(slot.starts_at, slot)


def until(slot: Slot) -> str:
    """Return "bis 14:25"."""
    return _("bis %(time)s") % {"time": clock(slot.ends_at, slot)}


def span(slot: Slot) -> str:
    """Return "14:00 bis 14:25 Uhr"."""
    return _("%(begin)s bis %(end)s Uhr") % {"begin": begin(slot), "end": clock(slot.ends_at, slot)}
