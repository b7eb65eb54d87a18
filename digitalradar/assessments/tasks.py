"""Work of the checks that is done beside the pages. A task may run twice; the second time finds nothing to do."""

from django_tasks import task

from digitalradar.core.built_documents import Built, work_on
from digitalradar.core.jobs import BACKEND

from .documents import build_document
from .models import ResultDocument


@task(backend=BACKEND)
def build_result_document(document_id: int) -> None:
    """Build a document that waits, and keep it in its row."""
    work_on(ResultDocument, document_id, _build, build_result_document)


def _build(document: ResultDocument) -> Built:
    return build_document(document.result, document.language)
