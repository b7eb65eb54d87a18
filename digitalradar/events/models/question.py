"""What a host asks besides name and organisation."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .occurrence import Occurrence


class Question(models.Model):
    """A question of one date's form; answers are kept with the registration under the question's id."""

    class Kind(models.TextChoices):
        TEXT = "text", _("Text")
        CHOICE = "choice", _("Auswahl")
        YES_NO = "yes_no", _("ja oder nein")

    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="questions")
    text = models.CharField(_("Frage"), max_length=200)
    kind = models.CharField(_("Art"), max_length=10, choices=Kind, default=Kind.TEXT)
    options = models.TextField(_("Antworten zur Auswahl"), max_length=600, blank=True, help_text=_("Eine je Zeile."))
    is_required = models.BooleanField(_("muss beantwortet werden"), default=False)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("Frage zur Anmeldung")
        verbose_name_plural = _("Fragen zur Anmeldung")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.text

    @property
    def choices(self) -> list[str]:
        return [line.strip() for line in self.options.splitlines() if line.strip()]
