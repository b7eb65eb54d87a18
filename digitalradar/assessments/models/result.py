"""What a run came to, frozen at the moment somebody asked for it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .assessment import Assessment


class Result(models.Model):
    """One revision of a result; never changed. Made with :func:`services.finishing.show_result`."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="results")
    number = models.PositiveSmallIntegerField(_("Stand"))
    inputs = models.JSONField(editable=False)
    outcome = models.JSONField(editable=False)
    # Why the first measures stand where they stand; kept, because later rules might give other reasons.
    steps = models.JSONField(default=list, editable=False)
    digest = models.CharField(max_length=64, editable=False)
    scoring_version = models.CharField(max_length=8, editable=False)
    created_at = models.DateTimeField(_("berechnet am"), auto_now_add=True)

    class Meta:
        verbose_name = _("Ergebnis")
        verbose_name_plural = _("Ergebnisse")
        ordering = ["assessment", "-number"]
        constraints = [models.UniqueConstraint(fields=["assessment", "number"], name="result_number_once_per_run")]

    def __str__(self) -> str:
        return f"{self.assessment} Stand {self.number}"
