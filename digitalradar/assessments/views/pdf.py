"""The result as a PDF: ask for it, wait for it, take it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from digitalradar.core.errors import NotFound
from digitalradar.core.rate_limit import rate_limited

from ..models import Result, ResultDocument
from ..open_run import OpenRun
from ..services.documents import document_of, request_document
from .opening import with_run


@require_http_methods(["GET", "HEAD", "POST"])
@rate_limited("pdf", limit=30, seconds=600)
@with_run
def show(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """Tell how far the document of the newest result is; a post asks for it in the language of the page."""
    result = opened.run.results.first()
    if result is None:
        return redirect(opened.url("finish"))
    if request.method == "POST":
        document = request_document(result=result, language=opened.language)
        if document is None:
            raise NotFound(_("Diesen Check gibt es nicht mehr."))
        return redirect(opened.url("pdf_file" if document.is_ready else "pdf"))
    page = {
        "opened": opened,
        "catalogue": opened.questionnaire,
        "result": result,
        "document": document_of(result=result, language=opened.language),
    }
    return render(request, "assessments/pdf.html", page)


@require_safe
@with_run
def file(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """Send the document of the newest result; without one lead to the page where it is made."""
    result = opened.run.results.first()
    document = ready_document(result, opened.language) if result else None
    if document is None:
        return redirect(opened.url("pdf" if result else "finish"))
    return document_response(document, opened.questionnaire.id, result)


def ready_document(result: Result, language: str) -> ResultDocument | None:
    """Return the document with its file if it is ready."""
    return ResultDocument.objects.filter(result=result, language=language, state=ResultDocument.State.READY).first()


def document_response(document: ResultDocument, catalogue: str, result: Result) -> HttpResponse:
    """Return the file as a download, named after check and day; :func:`protect` keeps it out of caches."""
    ResultDocument.objects.note_fetched(document)
    name = f"{catalogue}-{localtime(result.created_at):%Y-%m-%d}.pdf"
    return HttpResponse(
        bytes(document.content),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
