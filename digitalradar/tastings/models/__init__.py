"""What a tech tasting has beyond a date: stations, rounds, shared equipment, who would like to see what."""

from .equipment import Equipment
from .interest import Interest
from .round import Round
from .slot import Slot
from .station import Station

__all__ = ["Equipment", "Interest", "Round", "Slot", "Station"]
