"""A link with which others may look at a result, without the run behind it."""

from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from .assessment import Assessment


class ShareLink(models.Model):
    """The one link to a run's newest result that may be passed on; a new one ends the old one.

    Made and withdrawn with :mod:`services.sharing`. Only the hash of its secret is stored, so it is shown just once.
    """

    assessment = models.OneToOneField(Assessment, on_delete=models.CASCADE, related_name="share_link")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    with_answers = models.BooleanField(_("mit allen Antworten und Rechnung"), default=False)
    created_at = models.DateTimeField(_("erzeugt am"), default=now, editable=False)

    class Meta:
        verbose_name = _("Link zum Ansehen")
        verbose_name_plural = _("Links zum Ansehen")

    def __str__(self) -> str:
        return f"{self.assessment} share link"
