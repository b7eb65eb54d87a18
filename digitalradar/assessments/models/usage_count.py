"""What remains of deleted runs: added numbers."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class UsageCount(models.Model):
    """How many deleted runs of one catalogue and month had one feature; see docs/algorithms/usage-figures.md.

    Each measure stands alone: no row says two things about a run except the month it began in and its catalogue.
    Written only by :func:`services.usage.keep_numbers`.
    """

    month = models.DateField(_("Monat"))  # its first day
    catalogue = models.SlugField(_("Katalog"), max_length=40)
    measure = models.CharField(_("Kennzahl"), max_length=16)
    key = models.CharField(_("Ausprägung"), max_length=60, blank=True)
    count = models.PositiveIntegerField(_("Anzahl"), default=0)

    class Meta:
        verbose_name = _("Nutzungszahl")
        verbose_name_plural = _("Nutzungszahlen")
        default_permissions = ()  # nobody writes figures by hand
        # Names of permissions are kept in the database, in German as everything staff configure.
        permissions = [("view_usagecount", "Nutzung der Checks ansehen")]
        constraints = [
            models.UniqueConstraint(fields=["month", "catalogue", "measure", "key"], name="usage_counted_in_one_place"),
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.catalogue} {self.measure} {self.key}: {self.count}"
