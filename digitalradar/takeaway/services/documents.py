"""Pages of the library as documents: built when somebody asks for the first time, and kept until the page changes."""

from datetime import timedelta

from django.db.models import Q
from django.utils.timezone import now

from digitalradar.core.built_documents import State, take_up
from digitalradar.core.jobs import enqueue
from digitalradar.knowledge.models import KnowledgePage

from ..documents import document_digest
from ..models import PageDocument
from ..tasks import build_page_document

RETRY = timedelta(minutes=10)  # a document that was given up is tried again after this time


def request_document(page: KnowledgePage, kind: str) -> PageDocument:
    """Return the document of a published page: ready if it was built and still says the same, else on its way.

    Queues the building, once however many people ask at the same time.
    """
    digest = document_digest(page, kind)
    document, is_new = PageDocument.objects.without_content().get_or_create(page_id=page.pk, kind=kind)
    if is_new or _is_called_back(document, digest):
        enqueue(build_page_document, document.pk)
        document.refresh_from_db(fields=["state", "requested_at"])
    return document


def _is_called_back(document: PageDocument, digest: str) -> bool:
    """Let an outdated document wait again; tell whether it was this call that did so."""
    outdated = Q(state=State.READY) & ~Q(digest=digest)
    given_up = Q(state=State.FAILED, requested_at__lt=now() - RETRY)
    rows = PageDocument.objects.filter(outdated | given_up, pk=document.pk)
    return bool(rows.update(state=State.WAITING, attempts=0, requested_at=now(), content=None))


def ready_file(document: PageDocument) -> bytes | None:
    """Return the file of a ready document and note that it was taken; None if it was called back meanwhile."""
    content = PageDocument.objects.filter(pk=document.pk, state=State.READY).values_list("content", flat=True).first()
    if content is None:
        return None
    PageDocument.objects.note_fetched(document)
    return bytes(content)


def take_up_abandoned() -> int:
    """Queue again what was left lying; return how many documents."""
    return take_up(PageDocument, build_page_document)


def drop_unused() -> int:
    """Delete documents nobody has fetched for a week; they can be built again. Return how many."""
    return PageDocument.objects.unused().delete()[0]
