"""A selection in open formats."""

import csv
import io

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from digitalradar.core.cells import harmless

from ..presentation import export_rows, markdown
from .opening import OpenSelection, with_selection

HEAD = ["kind", "identifier", "title", "url", "note", "is_published"]


@require_safe
@with_selection
def as_markdown(request: HttpRequest, opened: OpenSelection) -> HttpResponse:
    """The list as text that any editor shows."""
    text = markdown(request, opened.entries())
    return _download(HttpResponse(text, content_type="text/markdown; charset=utf-8"), "md")


@require_safe
@with_selection
def as_csv(request: HttpRequest, opened: OpenSelection) -> HttpResponse:
    """The list for spreadsheets: UTF-8 with BOM, semicolons."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEAD)
    writer.writerows([harmless(row[name]) for name in HEAD] for row in export_rows(request, opened.entries()))
    return _download(HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8"), "csv")


@require_safe
@with_selection
def as_json(request: HttpRequest, opened: OpenSelection) -> HttpResponse:
    """The list for programs."""
    data = {"items": export_rows(request, opened.entries())}
    return _download(JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 2}), "json")


def _download(response: HttpResponse, ending: str) -> HttpResponse:
    response["Content-Disposition"] = f'attachment; filename="auswahl.{ending}"'
    return response
