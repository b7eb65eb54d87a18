"""What is wrong with a file of the library, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum


class Level(IntEnum):
    """How a problem counts.

    An ``ERROR`` keeps a file out of the portal. A ``RULE`` of the editors is broken: that fails ``content check
    --strict``. A ``HINT`` is for reading and stops nothing, above all what changes with the calendar alone.
    """

    ERROR = 1
    RULE = 2
    HINT = 3


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to correct.

    ``file`` is the path below the folder of the library, ``line`` counts from 1, ``reason`` is a plain German sentence,
    ``rule`` names the check that found it.
    """

    file: str
    line: int
    reason: str
    rule: str = "Aufbau"
    level: Level = Level.ERROR

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


class ContentRefused(Exception):
    """A file cannot be read as what its folder says; ``problems`` holds all that was found and is never empty."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = list(problems)


class Reading:
    """What turned up while one file was read: problems, and the line of everything that was understood.

    A place is a tuple of keys and positions inside the parsed form: ``("steps", 0, "checks", 2)``.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.lines: dict[Place, int] = {}

    def refuse(self, line: int, reason: str) -> None:
        self.problems.append(Problem(self.file, line, reason))

    def line_of(self, place: "Place") -> int:
        """Return the line of a place; one that does not stand in the file is found at its nearest parent."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


Place = tuple[str | int, ...]
