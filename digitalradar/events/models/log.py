"""What happened to a date and its places, in the order in which it happened."""

from django.conf import settings
from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from .occurrence import Occurrence


class LogEntry(models.Model):
    """One act; only ever added. ``detail`` holds states and numbers, never a name or what somebody wrote (X21)."""

    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="log")
    booking_number = models.PositiveBigIntegerField(null=True, help_text="The booking's id; the row itself may go.")
    action = models.CharField(_("Was"), max_length=60, help_text="Dotted past tense: booking.promoted")
    detail = models.JSONField(default=dict, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(_("Wann"), default=now)

    class Meta:
        verbose_name = _("Eintrag im Verlauf")
        verbose_name_plural = _("Verlauf")
        ordering = ["at", "pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action}"
