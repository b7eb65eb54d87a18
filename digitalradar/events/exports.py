"""Participants of a date as CSV, XLSX and JSON: the same rows in each (X22)."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from digitalradar.core.cells import harmless, starts_a_formula

from .models import Occurrence, Question, Registration
from .queries.overview import Participant, participants_of
from .xml_text import xml_text

Row = dict[str, Any]
WIDTH = 24
LONGEST_CELL = 32_767  # characters; spreadsheets hold no more


def participant_rows(occurrence: Occurrence) -> list[Row]:
    """Return one row per registration that counts, in the order of signing up; keys are the heads of columns."""
    questions = list(occurrence.questions.all())
    rows = (row for row in participants_of(occurrence) if row.is_active or row.is_coming)
    return [_row(row, questions) for row in rows]


def as_csv(occurrence: Occurrence) -> bytes:
    """Return UTF-8 with BOM and semicolons, as spreadsheets of German offices open it."""
    rows = participant_rows(occurrence)
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([harmless(name) for name in _heads(occurrence, rows)])
    writer.writerows([harmless(value) for value in row.values()] for row in rows)
    return ("\ufeff" + text.getvalue()).encode()


def as_xlsx(occurrence: Occurrence) -> bytes:
    """Return a workbook in which every text stays text."""
    from openpyxl import Workbook  # only here: it is large, and most processes never need it

    rows = participant_rows(occurrence)
    book = Workbook()
    sheet = book.active
    sheet.title = _("Teilnehmende")
    lines = [_heads(occurrence, rows), *(list(row.values()) for row in rows)]
    for number, line in enumerate(lines, start=1):
        for place, value in enumerate(line, start=1):
            _write(sheet.cell(row=number, column=place), value)
    for place in range(1, len(lines[0]) + 1):
        sheet.column_dimensions[sheet.cell(row=1, column=place).column_letter].width = WIDTH
    sheet.freeze_panes = "A2"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_json(occurrence: Occurrence) -> bytes:
    """Return the date and its rows."""
    about = {"uid": str(occurrence.uid), "title": occurrence.title, "starts_at": occurrence.starts_at.isoformat()}
    data = {"event": about, "participants": participant_rows(occurrence)}
    return json.dumps(data, ensure_ascii=False, indent=2).encode()


# Ending of the file: how it is made, and its media type.
FORMATS: dict[str, tuple[Callable[[Occurrence], bytes], str]] = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "json": (as_json, "application/json"),
}


def _heads(occurrence: Occurrence, rows: list[Row]) -> list[str]:
    return list(rows[0] if rows else _row_without_values(occurrence))


def _row_without_values(occurrence: Occurrence) -> Row:
    return _row(Participant(Registration(occurrence=occurrence)), list(occurrence.questions.all()))


def _row(row: Participant, questions: list[Question]) -> Row:
    one = row.registration
    attendance = getattr(one, "attendance", None) if one.pk else None
    return {
        _("Code"): one.code,
        _("Name"): one.name,
        _("Betrieb oder Einrichtung"): one.organisation,
        _("E-Mail-Adresse"): one.person.email if one.person else "",
        _("Personen"): one.party_size,
        _("Begleitung"): one.companions,
        _("Plätze"): ", ".join(_place(booking) for booking in row.bookings),
        _("Essen"): one.food_needs,
        _("Braucht vor Ort"): one.access_needs,
        **{_head(question): str(one.answers.get(str(question.pk), "")) for question in questions},
        _("Mit Fotos einverstanden"): _yes_no(one.photo_consent_at),
        _("Darf genannt werden"): _yes_no(one.listing_consent_at),
        _("Angemeldet am"): _moment(one.created_at),
        _("Gekommen um"): _moment(attendance.arrived_at) if attendance and attendance.persons else "",
        _("Gekommene Personen"): attendance.persons if attendance else 0,
        _("Minuten"): attendance.minutes if attendance else 0,
        _("Beispieldaten"): _yes_no(one.is_example),
    }


def _head(question: Question) -> str:
    """Two questions may have the same words; each has a column of its own."""
    return f"{question.text} ({question.pk})"


def _place(booking: Any) -> str:
    state = booking.get_state_display()
    return f"{booking.offer.title}: {state}" if booking.offer.title else str(state)


def _yes_no(value: Any) -> str:
    return _("ja") if value else _("nein")


def _moment(moment: Any) -> str:
    return date_format(localtime(moment), "SHORT_DATETIME_FORMAT")


def _write(cell: Any, value: Any) -> None:
    """Write a cell; a text stays text, even when somebody opens the cell and leaves it."""
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = xml_text(value)[:LONGEST_CELL]
    cell.data_type = "s"
    cell.quotePrefix = starts_a_formula(value)
