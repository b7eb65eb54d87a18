"""What readers report: something on a page that keeps them from using it."""

from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _


class BarrierReport(models.Model):
    """One report; sent with :func:`services.report_barrier`, answered by the region."""

    problem = models.TextField(_("Was funktioniert nicht?"), max_length=4000)
    page = models.CharField(_("Auf welcher Seite?"), max_length=300, blank=True)
    email = models.EmailField(_("E-Mail-Adresse für die Antwort"), blank=True)
    created_at = models.DateTimeField(_("gemeldet am"), default=now, editable=False)
    answered_at = models.DateTimeField(_("beantwortet am"), null=True, blank=True, editable=False)
    note = models.TextField(_("Notiz der Redaktion"), max_length=2000, blank=True)

    class Meta:
        verbose_name = _("gemeldete Barriere")
        verbose_name_plural = _("gemeldete Barrieren")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.problem[:60]

    @property
    def is_answered(self) -> bool:
        return self.answered_at is not None
