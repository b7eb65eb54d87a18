"""What is wrong with a catalogue, and where."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to correct.

    ``file`` is the path as it was given to the reader, ``line`` counts from 1, ``path`` is the place inside the
    document (see :mod:`.paths`; empty for the whole), ``reason`` a plain sentence.
    """

    file: str
    line: int
    path: str
    reason: str

    def __str__(self) -> str:
        place = f"{self.path}: " if self.path else ""
        return f"{self.file}:{self.line}: {place}{self.reason}"


class CatalogueUnreadable(Exception):
    """The files could not be read as a catalogue at all; ``problems`` says why and is never empty."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = list(problems)
