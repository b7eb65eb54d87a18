"""Result, answers and steps of a run as one workbook, small enough to be made in memory."""

import io
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from digitalradar.core.cells import starts_a_formula

from ..models import Result
from ..open_run import OpenRun
from .workbook_sheets import Sheet, sheets

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_CELL = 32_767  # characters; spreadsheets hold no more
# XML 1.0 has no place for them, and a workbook is XML: https://www.w3.org/TR/xml/#charsets
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def workbook(opened: OpenRun) -> bytes:
    """Return the workbook as XLSX, with heads in the language of the page; without a result only the answers."""
    # Only here: the library is large, and a worker that never makes a workbook need not hold it.
    from openpyxl import Workbook

    made = Workbook()
    made.remove(made.active)
    made.properties.title = f"{opened.questionnaire.title}: {_('Ergebnis')}"
    made.properties.creator = "Digitalradar"
    result: Result | None = opened.run.results.first()
    for sheet in sheets(opened, result):
        _write(made, sheet)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _write(made: "Workbook", sheet: Sheet) -> None:
    from openpyxl.styles import Font

    page = made.create_sheet(sheet.title)
    _row(page, 1, [column.title for column in sheet.columns])
    for cell in page[1]:
        cell.font = Font(bold=True)
    page.freeze_panes = "A2"
    for number, row in enumerate(sheet.rows, start=2):
        _row(page, number, row, [column.number_format for column in sheet.columns])
    for letter, column in zip(_letters(page, len(sheet.columns)), sheet.columns, strict=True):
        page.column_dimensions[letter].width = column.width


def _row(page: "Worksheet", number: int, values: Iterable[Any], formats: Sequence[str] = ()) -> None:
    from openpyxl.styles import Alignment

    for place, value in enumerate(values):
        cell = page.cell(row=number, column=place + 1)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        if isinstance(value, str):
            _text(cell, value)
        else:
            cell.value = value
            if formats and formats[place]:
                cell.number_format = formats[place]


def _text(cell: "Cell", text: str) -> None:
    """Write a text that stays text, even when somebody opens the cell and leaves it."""
    cell.value = NOT_IN_XML.sub("", text)[:LONGEST_CELL]
    cell.data_type = "s"
    cell.quotePrefix = starts_a_formula(text)


def _letters(page: "Worksheet", count: int) -> list[str]:
    return [page.cell(row=1, column=place).column_letter for place in range(1, count + 1)]
