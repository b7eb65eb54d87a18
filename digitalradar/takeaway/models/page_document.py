"""A page of the library on paper, built beside the pages."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from digitalradar.core.built_documents import BuiltDocument


class PageDocument(BuiltDocument):
    """The PDF of one published page. Asked for with :func:`services.documents.request_document`.

    It is outdated as soon as ``digest`` is not that of what the page says now.
    """

    class Kind(models.TextChoices):
        WHOLE = "whole", _("ganze Seite")
        CHECKLIST = "checklist", _("Checkliste")

    page = models.ForeignKey(Page, models.CASCADE, related_name="documents_built")
    kind = models.CharField(_("Art"), max_length=10, choices=Kind.choices)

    class Meta:
        verbose_name = _("Leitfaden als PDF")
        verbose_name_plural = _("Leitfäden als PDF")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["page", "kind"], name="takeaway_document_once_per_kind"),
            models.CheckConstraint(
                condition=~Q(state="ready") | Q(content__isnull=False), name="takeaway_document_ready_has_content"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page_id} ({self.kind})"
