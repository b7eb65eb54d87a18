"""A member's own answer to one session."""

from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from digitalradar.events.models import Occurrence

from .membership import Membership


class SessionAnswer(models.Model):
    """Overrides the standing answer for one date only (F-3); without a row the standing answer counts."""

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="answers")
    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="+")
    is_coming = models.BooleanField(_("kommt"))
    changed_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("Antwort zu einer Sitzung")
        verbose_name_plural = _("Antworten zu Sitzungen")
        constraints = [
            models.UniqueConstraint(fields=["membership", "occurrence"], name="focusgroups_answer_once"),
        ]

    def __str__(self) -> str:
        return f"{self.membership_id}: {self.occurrence_id}"
