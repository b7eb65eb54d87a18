"""Official shares of companies by digital intensity: one country, year, index version and size class per row."""

from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

BANDS = ("very_low", "low", "high", "very_high")


def _share(label: str, **options: bool) -> models.DecimalField:
    return models.DecimalField(label, max_digits=5, decimal_places=2, **options)


class OfficialShare(models.Model):
    """Shares in percent, written only by :func:`services.official.load_figures`.

    The four bands are empty together where only the share „at least basic“ is published.
    """

    geo = models.CharField(_("Land"), max_length=16)
    year = models.PositiveSmallIntegerField(_("Jahr"))
    version = models.CharField(_("Fassung des Index"), max_length=8)
    size = models.CharField(_("Größenklasse"), max_length=8)
    very_low = _share(_("sehr gering"), null=True)
    low = _share(_("gering"), null=True)
    high = _share(_("hoch"), null=True)
    very_high = _share(_("sehr hoch"), null=True)
    at_least_basic = _share(_("mindestens grundlegend"))
    flags = models.CharField(_("Vermerke"), max_length=8, blank=True)
    source = models.SlugField(_("Quelle"), max_length=40)
    extracted_on = models.DateField(_("Auszug vom"))

    class Meta:
        verbose_name = _("amtlicher Anteil")
        verbose_name_plural = _("amtliche Anteile")
        ordering = ["version", "size", "year", "geo"]
        constraints = [
            models.UniqueConstraint(fields=["geo", "year", "version", "size"], name="official_share_once"),
            models.CheckConstraint(
                condition=models.Q(**{f"{band}__isnull": True for band in BANDS})
                # A check that comes to NULL passes, so "not empty" has to be said.
                | models.Q(**{f"{band}__isnull": False for band in BANDS})
                & models.Q(**{f"{band}__range": (0, 100) for band in BANDS}),
                name="official_share_four_bands_or_none",
            ),
            models.CheckConstraint(
                condition=models.Q(at_least_basic__range=(0, 100)), name="official_share_basic_in_percent"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.geo} {self.year} {self.version} {self.size}"

    @property
    def shares(self) -> tuple[Decimal, ...]:
        """The four bands, lowest first; empty where they are not published."""
        found = tuple(getattr(self, band) for band in BANDS)
        return () if None in found else found
