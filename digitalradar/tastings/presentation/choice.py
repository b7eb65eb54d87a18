"""What somebody has chosen in the grid: one round per slot at most, each with a place or on the waiting list.

The value of a radio button says what was shown beside it: ``12`` is a place in the round with this offer, ``12w`` its
waiting list. So the server notices when a place that was shown is gone, and asks again instead of putting people on a
list they did not choose.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from ..queries.timetable import Cell, Timetable

WAIT = "w"
LONGEST = 20  # of a value: more digits than any id has


@dataclass
class Choice:
    """The cells chosen by slot, those of them for which waiting is fine, and the party."""

    persons: int = 1
    cells: dict[int, Cell] = field(default_factory=dict)
    waits: set[int] = field(default_factory=set)  # slots
    unknown: set[int] = field(default_factory=set)  # slots whose value means nothing (any more)

    @property
    def offers(self) -> list[int]:
        return [cell.offer.pk for cell in self.cells.values()]

    def gone(self) -> dict[int, Cell]:
        """Return by slot the cells whose place was shown and is not there (any more) for this party."""
        return {
            slot: cell
            for slot, cell in self.cells.items()
            if slot not in self.waits and not cell.has_place(self.persons)
        }

    def query(self) -> str:
        """Return it as the query of an address of the grid."""
        values = {name_of(slot): value_of(cell, waits=slot in self.waits) for slot, cell in self.cells.items()}
        return urlencode({"personen": self.persons, **values})


def read(sent: Mapping[str, str], table: Timetable) -> Choice:
    """Return what a form or an address says; what cannot be is left out, and its slot noted as ``unknown``."""
    choice = Choice(persons=_persons(sent.get("personen", ""), table.most_persons))
    removed = sent.get("weg", "")
    for slot in table.slots:
        value = sent.get(name_of(slot.pk), "")
        if not value or removed == str(slot.pk):
            continue
        number = value.removesuffix(WAIT)
        is_number = number.isascii() and number.isdecimal() and len(number) < LONGEST
        cell = table.of_offer(int(number)) if is_number else None
        if cell is None or cell.round.slot_id != slot.pk or cell.closed:
            choice.unknown.add(slot.pk)
            continue
        choice.cells[slot.pk] = cell
        if value.endswith(WAIT):
            choice.waits.add(slot.pk)
    return choice


def name_of(slot: int) -> str:
    """Return the name of the buttons of a slot."""
    return f"runde-{slot}"


def value_of(cell: Cell, *, waits: bool) -> str:
    return f"{cell.offer.pk}{WAIT if waits else ''}"


def _persons(value: str, most: int) -> int:
    number = int(value) if value.isascii() and value.isdecimal() and len(value) < LONGEST else 1
    return min(max(number, 1), most)
