"""Own data of a run in open formats."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from digitalradar.core.cells import harmless

from ..open_run import OpenRun
from ..presentation.data import answer_rows, run_data
from ..presentation.result_rows import result_columns, result_rows
from ..presentation.workbook import workbook
from .opening import with_run

CSV_HEAD = ["dimension", "question_id", "question", "value", "answer", "relevance", "planned"]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@with_run
def as_json(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """Everything stored about the run: profile, answers, results."""
    response = JsonResponse(run_data(opened), json_dumps_params={"ensure_ascii": False, "indent": 2})
    return _download(response, opened, ".json")


@require_safe
@with_run
def as_csv(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """The answers, one question per line."""
    return _download(_csv(CSV_HEAD, answer_rows(opened)), opened, ".csv")


@require_safe
@with_run
def result_as_csv(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """The newest result, one theme per line, on both scales."""
    latest = opened.run.results.first()
    if latest is None:
        return redirect(opened.url("finish"))
    texts = opened.questionnaire
    rows = result_rows(texts, latest.outcome, "overall")
    return _download(_csv(result_columns(texts), rows), opened, "-ergebnis.csv")


@require_safe
@with_run
def as_xlsx(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """Result, answers and steps as a workbook."""
    return _download(HttpResponse(workbook(opened), content_type=XLSX), opened, ".xlsx")


def _csv(head: Iterable[str], rows: Iterable[list[Any]]) -> HttpResponse:
    """Return rows in the form that spreadsheets read at a click: UTF-8 with BOM, semicolons."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8")


def _download(response: HttpResponse, opened: OpenRun, ending: str) -> HttpResponse:
    response["Content-Disposition"] = f'attachment; filename="{opened.questionnaire.id}{ending}"'
    return response
