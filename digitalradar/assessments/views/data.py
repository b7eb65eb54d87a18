"""Own data of a run in open formats."""

import csv
import io

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from ..open_run import OpenRun
from ..presentation.data import answer_rows, run_data
from .opening import with_run

CSV_HEAD = ["dimension", "question_id", "question", "value", "answer", "relevance", "planned"]
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # the last four: East Asian keyboards


@require_safe
@with_run
def as_json(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """Everything stored about the run: profile, answers, results."""
    response = JsonResponse(run_data(opened), json_dumps_params={"ensure_ascii": False, "indent": 2})
    return _download(response, opened, "json")


@require_safe
@with_run
def as_csv(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """The answers, one question per line, readable by spreadsheets (UTF-8 with BOM, semicolons)."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(CSV_HEAD)
    writer.writerows([harmless(cell) for cell in row] for row in answer_rows(opened))
    response = HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8")
    return _download(response, opened, "csv")


def harmless(cell: object) -> str:
    """Return the cell as text that no spreadsheet takes for a formula."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_STARTS) else text


def _download(response: HttpResponse, opened: OpenRun, ending: str) -> HttpResponse:
    response["Content-Disposition"] = f'attachment; filename="{opened.questionnaire.id}.{ending}"'
    return response
