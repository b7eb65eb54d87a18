"""Documents built beside the pages: an abstract row that says how far the work is, and the steps of a builder.

The row, not the task in the queue, is the truth; see docs/explanation/documents.md for what may be killed when.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django_tasks.base import Task

from .jobs import enqueue

logger = logging.getLogger(__name__)

LEASE = timedelta(seconds=10)
"""Building takes less than a second. Whoever has not finished after this time was killed, or is so slow that a second
one does no harm: both write the same row."""

LATE = timedelta(seconds=30)
MOST_ATTEMPTS = 3
KEPT_UNUSED = timedelta(days=7)


@dataclass(frozen=True)
class Built:
    """A PDF with the number of its pages and the digest of what it says."""

    content: bytes
    pages: int
    digest: str


class State(models.TextChoices):
    """How far a document is."""

    WAITING = "waiting", _("wartet")
    RUNNING = "running", _("wird erstellt")
    READY = "ready", _("fertig")
    FAILED = "failed", _("nicht gelungen")


class BuiltDocumentQuerySet(models.QuerySet):
    def without_content(self):
        """Leave out the file: pages that only tell the state do not carry it around."""
        return self.defer("content")

    def abandoned(self):
        """Documents whose builder was killed, or whose task was lost on its way to the queue."""
        before = now() - LEASE
        killed = Q(state=State.RUNNING, started_at__lt=before)
        lost = Q(state=State.WAITING, requested_at__lt=before)
        return self.filter(killed | lost)

    def unused(self):
        """Documents nobody has fetched for a week."""
        return self.annotate(used_at=Coalesce("fetched_at", "built_at", "requested_at")).filter(
            used_at__lt=now() - KEPT_UNUSED
        )

    def claim(self, document_id: int) -> bool:
        """Take a waiting document over for building; False when another worker was faster or there is nothing to do."""
        taken = self.filter(pk=document_id, state=State.WAITING).update(
            state=State.RUNNING, started_at=now(), attempts=F("attempts") + 1
        )
        return taken == 1

    def keep(self, document_id: int, **built: Any) -> bool:
        """Write what was built; False when the row was deleted meanwhile."""
        return bool(self.filter(pk=document_id).update(state=State.READY, built_at=now(), **built))

    def release(self, document_id: int) -> bool:
        """Let a document that was not finished wait again, or give it up; tell whether it waits."""
        unfinished = self.filter(pk=document_id, state=State.RUNNING)
        unfinished.filter(attempts__gte=MOST_ATTEMPTS).update(state=State.FAILED)
        return bool(unfinished.update(state=State.WAITING, requested_at=now()))

    def wait_anew(self, document_id: int) -> None:
        """Let a document be built once more, whatever became of it."""
        self.filter(pk=document_id).update(state=State.WAITING, attempts=0, requested_at=now(), content=None)

    def note_fetched(self, document: "BuiltDocument") -> None:
        """Note that somebody took the document, so that it is kept. Written at most once a day."""
        if document.fetched_at is None or document.fetched_at.date() != now().date():
            self.filter(pk=document.pk).update(fetched_at=now())


class BuiltDocument(models.Model):
    """A file that is waited for, built, ready or given up. Concrete models say of what it tells."""

    State = State

    state = models.CharField(_("Stand"), max_length=8, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(_("Versuche"), default=0)
    requested_at = models.DateTimeField(_("angefordert am"), default=now)
    started_at = models.DateTimeField(_("begonnen am"), null=True)
    built_at = models.DateTimeField(_("erstellt am"), null=True)
    fetched_at = models.DateTimeField(_("zuletzt abgeholt am"), null=True)
    digest = models.CharField(_("Prüfsumme"), max_length=64, blank=True)
    pages = models.PositiveSmallIntegerField(_("Seiten"), default=0)
    size = models.PositiveIntegerField(_("Größe in Byte"), default=0)
    content = models.BinaryField(null=True)

    objects = BuiltDocumentQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_ready(self) -> bool:
        return self.state == State.READY

    @property
    def is_failed(self) -> bool:
        return self.state == State.FAILED

    @property
    def is_late(self) -> bool:
        """Whether it has been on its way for longer than anybody should have to wait."""
        return now() - self.requested_at > LATE

    @property
    def progress(self) -> str:
        """A word for the script that watches: another one means that there is something new to tell."""
        if self.is_ready or self.is_failed:
            return self.state
        return "on-its-way-late" if self.is_late else "on-its-way"

    @property
    def size_words(self) -> str:
        return f"{max(1, round(self.size / 1000))} kB"


def work_on(model: type[BuiltDocument], document_id: int, build: Callable[[Any], Built], task: Task) -> None:
    """Build a document that waits, and keep it in its row. After a failure it waits again, three times at most."""
    if not model.objects.claim(document_id):
        return
    try:
        document = model.objects.without_content().filter(pk=document_id).first()
        if document is None:
            return  # deleted together with what it tells of
        built = build(document)
        model.objects.keep(
            document_id, content=built.content, pages=built.pages, size=len(built.content), digest=built.digest
        )
    except Exception:
        logger.exception("The document %s of %s could not be built.", document_id, model.__name__)
        if model.objects.release(document_id):
            enqueue(task, document_id)


def take_up(model: type[BuiltDocument], task: Task) -> int:
    """Queue again what a killed worker or server left lying; return how many documents.

    After three attempts a document is given up: something in it must be wrong.
    """
    count = 0
    for document in model.objects.without_content().abandoned():
        with transaction.atomic():
            if document.state == State.RUNNING and not model.objects.release(document.pk):
                continue
            model.objects.filter(pk=document.pk, state=State.WAITING).update(requested_at=now())
            enqueue(task, document.pk)
        count += 1
    return count
