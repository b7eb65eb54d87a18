"""Work of the checks that is done beside the pages. A task may run twice; the second time finds nothing to do."""

import logging

from django_tasks import task

from digitalradar.core.jobs import BACKEND, enqueue

from .documents import build_document
from .models import ResultDocument

logger = logging.getLogger(__name__)


@task(backend=BACKEND)
def build_result_document(document_id: int) -> None:
    """Build a document that waits, and keep it in its row. After a failure it waits again, three times at most."""
    if not ResultDocument.objects.claim(document_id):
        return
    try:
        _build(document_id)
    except Exception:
        logger.exception("The document %s could not be built.", document_id)
        if ResultDocument.objects.release(document_id):
            enqueue(build_result_document, document_id)


def _build(document_id: int) -> None:
    document = ResultDocument.objects.select_related("result__assessment").filter(pk=document_id).first()
    if document is None:
        return  # deleted with its run
    built = build_document(document.result, document.language)
    ResultDocument.objects.keep(
        document_id, content=built.content, pages=built.pages, size=len(built.content), digest=built.digest
    )
