"""Whether a guide helped, told by readers nobody knows."""

from django.db import models
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

COMMENT_LENGTH = 600


class GuideFeedback(models.Model):
    """One answer. ``receipt`` belongs to the form that was filled in: sent twice it is stored once."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="feedback")
    is_helpful = models.BooleanField(_("hilfreich"))
    comment = models.TextField(_("Kommentar"), max_length=COMMENT_LENGTH, blank=True)
    given_on = models.DateField(_("Gegeben am"), default=localdate, db_index=True)
    receipt = models.CharField(max_length=64, unique=True, editable=False)

    class Meta:
        verbose_name = _("Rückmeldung")
        verbose_name_plural = _("Rückmeldungen")
        ordering = ["-given_on", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.comment[:60] or str(_("ohne Kommentar"))
