"""Tables of figures that a screen shows and a download holds, so that both say the same."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.styles import Font

Cell = int | str
SHEET_NAME_LENGTH = 31  # the longest that spreadsheets accept
SHEET_NAME_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
WIDTH = 24


@dataclass(frozen=True)
class Row:
    """One line; ``bar`` is the length of its bar in percent of the longest, None for none."""

    label: str
    cells: Sequence[Cell]
    bar: int | None = None


@dataclass(frozen=True)
class FigureTable:
    """A table with a head; ``notes`` say what the figures mean and stand with them wherever they go."""

    id: str
    title: str
    head: Sequence[str]
    rows: Sequence[Row]
    notes: Sequence[str] = field(default_factory=tuple)

    @property
    def has_bars(self) -> bool:
        return any(row.bar is not None for row in self.rows)


def bars(values: Sequence[int | None]) -> list[int | None]:
    """Return the length of each value's bar in percent of the longest."""
    longest = max((value for value in values if value is not None), default=0)
    return [None if value is None else round(100 * value / longest) if longest else 0 for value in values]


def as_csv(heading: Sequence[str], tables: Sequence[FigureTable]) -> bytes:
    """Return all tables below each other (UTF-8 with BOM, semicolons), as spreadsheets of German offices open it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([line] for line in heading)
    for table in tables:
        writer.writerows([[], *_lines(table)])
    return ("\ufeff" + text.getvalue()).encode()


def as_xlsx(heading: Sequence[str], tables: Sequence[FigureTable]) -> bytes:
    """Return a workbook with one sheet per table; numbers stay numbers."""
    book = Workbook()
    book.remove(book.active)
    for table in tables:
        sheet = book.create_sheet(table.title.translate(SHEET_NAME_FORBIDDEN)[:SHEET_NAME_LENGTH])
        for line in [*([text] for text in heading), [], *_lines(table)]:
            sheet.append(line)
        head = len(heading) + 3 + len(table.notes)
        for cell in (sheet.cell(len(heading) + 2, 1), *sheet[head]):
            cell.font = Font(bold=True)
        for column in ["A", "B", "C", "D"][: len(table.head)]:
            sheet.column_dimensions[column].width = WIDTH
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _lines(table: FigureTable) -> list[list[Cell]]:
    return [
        [table.title],
        *([note] for note in table.notes),
        list(table.head),
        *([row.label, *row.cells] for row in table.rows),
    ]
