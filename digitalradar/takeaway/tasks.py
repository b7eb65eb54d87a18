"""Work that is done beside the pages. A task may run twice; the second time finds nothing to do."""

from django_tasks import task

from digitalradar.core.built_documents import Built, work_on
from digitalradar.core.jobs import BACKEND

from .documents import build_document
from .models import PageDocument


@task(backend=BACKEND)
def build_page_document(document_id: int) -> None:
    """Build a document that waits, and keep it in its row."""
    work_on(PageDocument, document_id, _build, build_page_document)


def _build(document: PageDocument) -> Built:
    return build_document(document.page.specific, document.kind)
