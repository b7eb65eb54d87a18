"""Results as documents: asked for on a page, built by the worker, kept with the run."""

from django.db import transaction

from digitalradar.core.built_documents import take_up
from digitalradar.core.jobs import enqueue

from ..documents import document_digest
from ..models import Result, ResultDocument
from ..tasks import build_result_document


def request_document(*, result: Result, language: str) -> ResultDocument | None:
    """Return the document of a result: ready if it was built before and still says the same, else on its way.

    Queues the building, once however often somebody asks. None when the run was deleted meanwhile.
    """
    kept = document_of(result=result, language=language)
    digest = document_digest(result, language) if kept and kept.is_ready else ""
    with transaction.atomic():
        if Result.objects.select_for_update().filter(pk=result.pk).first() is None:
            return None
        document, is_new = ResultDocument.objects.without_content().get_or_create(result=result, language=language)
        is_outdated = document.is_ready and digest not in {"", document.digest}
        if document.is_failed or is_outdated:
            ResultDocument.objects.wait_anew(document.pk)
        if is_new or document.is_failed or is_outdated:
            enqueue(build_result_document, document.pk)
    document.refresh_from_db(fields=["state", "attempts"])
    return document


def document_of(*, result: Result, language: str) -> ResultDocument | None:
    """Return the document without its file, or None when nobody has asked for it."""
    return ResultDocument.objects.without_content().filter(result=result, language=language).first()


def take_up_abandoned() -> int:
    """Queue again what was left lying; return how many documents."""
    return take_up(ResultDocument, build_result_document)


def drop_unused() -> int:
    """Delete documents nobody has fetched for a week; they can be built again. Return how many."""
    return ResultDocument.objects.unused().delete()[0]
