"""What of a programme was shown to everybody, and when."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from digitalradar.events.models import Occurrence


class ProgrammeVersion(models.Model):
    """A released programme; made by :func:`services.releasing.release`, never changed again (E-1).

    The database itself refuses other content (migration ``0002``). ``data`` holds everything the public sees except
    names, which belong to their people (:mod:`rules.snapshots` says how it is laid out). Numbers count from 1 without
    gaps.
    """

    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="programme_versions")
    number = models.PositiveIntegerField(_("Version"))
    released_at = models.DateTimeField(_("freigegeben am"), default=now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    note = models.CharField(_("Was ist neu?"), max_length=300, blank=True)
    data = models.JSONField()

    class Meta:
        verbose_name = _("Version des Programms")
        verbose_name_plural = _("Versionen des Programms")
        ordering = ["-number"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["occurrence", "number"], name="programmes_version_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="programmes_version_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.occurrence_id}: {self.number}"
