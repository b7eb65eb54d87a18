"""A result as a PDF, built beside the pages."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from digitalradar.core.built_documents import BuiltDocument

from .result import Result


class ResultDocument(BuiltDocument):
    """The PDF of one result revision in one language. Asked for with :func:`services.documents.request_document`."""

    result = models.ForeignKey(Result, on_delete=models.CASCADE, related_name="documents")
    language = models.CharField(_("Sprache"), max_length=8)

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
