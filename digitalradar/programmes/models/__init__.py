"""The programme of a date: its rooms, tracks, speakers and items, what was released of it, what visitors pick."""

from .item import ProgrammeItem, Speaker
from .plan import Plan, PlanItem
from .venue import Room, Track
from .version import ProgrammeVersion

__all__ = ["Plan", "PlanItem", "ProgrammeItem", "ProgrammeVersion", "Room", "Speaker", "Track"]
