"""A short talk that opens a session."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string

from digitalradar.events.models import Occurrence

from .group import FocusGroup

DOCUMENT = get_document_model_string()


class ImpulseQuerySet(models.QuerySet):
    """Questions about talks."""

    def released(self):
        """Those that everybody may see."""
        return self.filter(released_on__lte=localdate())


class Impulse(models.Model):
    """Who spoke about what, with slides or a recording. Members see it at once, everybody from ``released_on`` on.

    Nothing is released without a licence: it says what others may do with the material.
    """

    group = models.ForeignKey(FocusGroup, models.CASCADE, related_name="impulses", verbose_name=_("Fokusgruppe"))
    session = models.ForeignKey(
        Occurrence, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Sitzung")
    )
    speaker = models.CharField(_("wer spricht"), max_length=120)
    title = models.CharField(_("Thema"), max_length=160)
    summary = models.TextField(_("in zwei Sätzen"), max_length=400, blank=True)
    document = models.ForeignKey(
        DOCUMENT, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Datei")
    )
    url = models.URLField(_("Adresse einer Aufzeichnung"), blank=True)
    licence = models.CharField(
        _("Lizenz"), max_length=80, blank=True, help_text=_("Zum Beispiel: CC BY 4.0. Ohne Lizenz keine Freigabe.")
    )
    released_on = models.DateField(
        _("für alle freigegeben ab"), null=True, blank=True, help_text=_("Leer: nur für Mitglieder")
    )
    is_example = models.BooleanField(_("Beispieldaten"), default=False)

    objects = ImpulseQuerySet.as_manager()

    class Meta:
        verbose_name = _("Impuls")
        verbose_name_plural = _("Impulse")
        ordering = ["-session__starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(released_on__isnull=True) | ~Q(licence=""), name="focusgroups_impulse_licensed"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        if self.released_on and not self.licence:
            raise ValidationError({"licence": _("Ohne Lizenz kann nichts für alle freigegeben werden.")})

    @property
    def is_released(self) -> bool:
        return self.released_on is not None and self.released_on <= localdate()
