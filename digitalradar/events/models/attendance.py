"""Who came."""

from django.conf import settings
from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from .registration import Registration


class Attendance(models.Model):
    """The fact that a party came: for certificates, lists and figures. One per registration.

    After the date is closed it changes only with a ``correction``, the reason in words.
    """

    class Way(models.TextChoices):
        CODE = "code", _("Code")
        LIST = "list", _("Liste")
        WALK_IN = "walk_in", _("spontan")

    registration = models.OneToOneField(Registration, models.CASCADE, related_name="attendance")
    persons = models.PositiveSmallIntegerField(_("Personen"), default=1)
    minutes = models.PositiveSmallIntegerField(_("Minuten"))
    way = models.CharField(_("erfasst durch"), max_length=10, choices=Way)
    arrived_at = models.DateTimeField(_("gekommen um"), default=now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    correction = models.CharField(_("Grund der Korrektur"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("Teilnahme")
        verbose_name_plural = _("Teilnahmen")
        ordering = ["arrived_at", "pk"]

    def __str__(self) -> str:
        return str(self.registration)
