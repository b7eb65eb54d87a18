"""A result as a PDF, built beside the pages."""

from datetime import timedelta
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from .result import Result

LEASE = timedelta(seconds=10)
"""Building takes less than a second. Whoever has not finished after this time was killed, or is so slow that a second
one does no harm: both write the same row."""

LATE = timedelta(seconds=30)
MOST_ATTEMPTS = 3
KEPT_UNUSED = timedelta(days=7)


class ResultDocumentQuerySet(models.QuerySet):
    def without_content(self):
        """Leave out the file: pages that only tell the state do not carry it around."""
        return self.defer("content")

    def abandoned(self):
        """Documents whose builder was killed, or whose task was lost on its way to the queue."""
        before = now() - LEASE
        killed = Q(state=ResultDocument.State.RUNNING, started_at__lt=before)
        lost = Q(state=ResultDocument.State.WAITING, requested_at__lt=before)
        return self.filter(killed | lost)

    def unused(self):
        """Documents nobody has fetched for a week."""
        return self.annotate(used_at=Coalesce("fetched_at", "built_at", "requested_at")).filter(
            used_at__lt=now() - KEPT_UNUSED
        )

    def claim(self, document_id: int) -> bool:
        """Take a waiting document over for building; False when another worker was faster or there is nothing to do."""
        taken = self.filter(pk=document_id, state=ResultDocument.State.WAITING).update(
            state=ResultDocument.State.RUNNING, started_at=now(), attempts=F("attempts") + 1
        )
        return taken == 1

    def keep(self, document_id: int, **built: Any) -> bool:
        """Write what was built; False when the row was deleted meanwhile, with its run."""
        return bool(self.filter(pk=document_id).update(state=ResultDocument.State.READY, built_at=now(), **built))

    def release(self, document_id: int) -> bool:
        """Let a document that was not finished wait again, or give it up; tell whether it waits."""
        unfinished = self.filter(pk=document_id, state=ResultDocument.State.RUNNING)
        unfinished.filter(attempts__gte=MOST_ATTEMPTS).update(state=ResultDocument.State.FAILED)
        return bool(unfinished.update(state=ResultDocument.State.WAITING, requested_at=now()))


class ResultDocument(models.Model):
    """The PDF of one result revision in one language. Asked for with :func:`services.documents.request_document`.

    This row, not the task in the queue, says how far the work is.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("wartet")
        RUNNING = "running", _("wird erstellt")
        READY = "ready", _("fertig")
        FAILED = "failed", _("nicht gelungen")

    result = models.ForeignKey(Result, on_delete=models.CASCADE, related_name="documents")
    language = models.CharField(_("Sprache"), max_length=8)
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

    objects = ResultDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("Dokument")
        verbose_name_plural = _("Dokumente")
        constraints = [
            models.UniqueConstraint(fields=["result", "language"], name="result_document_once_per_language"),
            models.CheckConstraint(
                condition=~Q(state="ready") | Q(content__isnull=False), name="result_document_ready_has_content"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.result} ({self.language})"

    @property
    def is_ready(self) -> bool:
        return self.state == self.State.READY

    @property
    def is_failed(self) -> bool:
        return self.state == self.State.FAILED

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
