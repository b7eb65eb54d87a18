"""Arithmetic on the clock on the wall, which a change of daylight saving time does not bend (I-18)."""

from datetime import datetime
from zoneinfo import ZoneInfo


def moved_along(moment: datetime, *, before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """Return ``moment`` moved with something that begins at ``after`` in place of ``before``; all three are aware.

    What closed two days earlier at six in the evening still does, even if the clocks change in between.
    """
    on_the_wall = [each.astimezone(zone).replace(tzinfo=None) for each in (moment, before, after)]
    return (on_the_wall[0] - on_the_wall[1] + on_the_wall[2]).replace(tzinfo=zone)
