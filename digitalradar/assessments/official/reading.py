"""Read a file of official figures: one line per band becomes one figure per country, year, version and size.

A file is read as a whole or not at all: :class:`FiguresUnreadable` carries every problem with its line.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from ..catalogue import Problem
from .cells import COLUMNS, Cell, CellRefused, read_cell
from .figures import BANDS, BASIC, LARGEST_SUM_ERROR, Figure
from .sources import FOLDER

DEFAULT_FILE = FOLDER / "eurostat-dii.csv"
LARGEST_FILE = 5_000_000  # bytes; the dataset of all countries and years has less than one


class FiguresUnreadable(Exception):
    """The file cannot be used; ``problems`` says why and is never empty."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


@dataclass(frozen=True)
class Reading:
    """The figures of a file, and how many lines of it belong to size classes the portal does not show."""

    figures: list[Figure]
    left_out: int


def read_figures(path: Path) -> Reading:
    """Return the figures of a CSV file in the form of docs/reference/official-statistics.md.

    Raises:
        FiguresUnreadable: something is wrong with the file; nothing of it is returned.
    """
    problems: list[Problem] = []
    groups: dict[tuple[str, int, str, str], dict[str, tuple[int, Cell]]] = {}
    left_out = 0
    for line, row in _rows(path):
        try:
            cell = read_cell(row)
        except CellRefused as refused:
            problems.append(Problem(str(path), line, refused.column, refused.reason))
            continue
        if cell is None:
            left_out += 1
            continue
        group = groups.setdefault(cell.key, {})
        if cell.band in group:
            reason = f"This figure stands in line {group[cell.band][0]} already."
            problems.append(Problem(str(path), line, "band", reason))
        else:
            group[cell.band] = (line, cell)
    problems += [Problem(str(path), *wrong) for group in groups.values() for wrong in _wrong_in(group)]
    if not (groups or problems):
        problems.append(Problem(str(path), 1, "", "There is no figure in this file."))
    if problems:
        raise FiguresUnreadable(sorted(problems))
    return Reading([_figure(group) for group in groups.values()], left_out)


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each line below the head with its number; the head has to name every column."""
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise _unreadable(path, "The file is not written in UTF-8.", raw[: error.start].count(b"\n") + 1) from error
    if len(raw) > LARGEST_FILE:
        raise _unreadable(path, f"The file has more than {LARGEST_FILE} bytes.")
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        head = reader.fieldnames or []
        if missing := [name for name in COLUMNS if name not in head]:
            raise _unreadable(path, f"The head of the file lacks: {', '.join(missing)}.")
        for row in reader:
            if None in row or None in row.values():
                raise _unreadable(path, f"The line has not {len(head)} cells.", reader.line_num)
            yield reader.line_num, row
    except csv.Error as error:
        raise _unreadable(path, f"This is no CSV: {error}.", reader.line_num) from error


def _unreadable(path: Path, reason: str, line: int = 1) -> FiguresUnreadable:
    return FiguresUnreadable([Problem(str(path), line, "", reason)])


def _wrong_in(group: dict[str, tuple[int, Cell]]) -> Iterator[tuple[int, str, str]]:
    """Yield line, column and reason of what does not fit together among the bands of one figure."""
    line = min(line for line, _cell in group.values())
    bands = [band for band in BANDS if band in group]
    if BASIC not in group or (bands and len(bands) < len(BANDS)):
        missing = [band for band in (*BANDS, BASIC) if band not in group]
        yield line, "band", f"Of this year and size these bands are missing: {', '.join(missing)}."
        return
    if len({cell.extracted_on for _line, cell in group.values()}) > 1:
        yield line, "extracted_on", "The bands of one year and size come from extracts of different days."
    if not bands:
        return
    total = sum((group[band][1].value for band in BANDS), Decimal(0))
    if abs(total - 100) > LARGEST_SUM_ERROR:
        yield line, "value", f"The four bands add up to {total} instead of 100."
    above = total - group["very_low"][1].value
    if abs(above - group[BASIC][1].value) > LARGEST_SUM_ERROR:
        yield group[BASIC][0], "value", f"The three upper bands add up to {above}, not to {group[BASIC][1].value}."


def _figure(group: dict[str, tuple[int, Cell]]) -> Figure:
    cells = {band: cell for band, (_line, cell) in group.items()}
    first = cells[BASIC]
    return Figure(
        *first.key,
        shares=tuple(cells[band].value for band in BANDS if band in cells),
        at_least_basic=first.value,
        flags="".join(sorted({letter for cell in cells.values() for letter in cell.flag})),
        source=first.source,
        extracted_on=first.extracted_on,
    )
