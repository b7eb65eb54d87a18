"""A loaded catalogue version. It is never changed afterwards: runs point to it for ever."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CatalogueVersion(models.Model):
    """One version of one catalogue, written only by :func:`services.catalogues.load_catalogue`."""

    catalogue = models.SlugField(_("Katalog"), max_length=40)
    family = models.SlugField(_("Familie"), max_length=40)
    version = models.CharField(_("Fassung"), max_length=20)
    # Canonical JSON as text, not a JSON column: its bytes are what the digest stands for,
    # and decimals of the catalogue must not pass through binary floats.
    content = models.TextField(_("Inhalt"), editable=False)
    digest = models.CharField(_("Prüfsumme"), max_length=64, editable=False)
    is_active = models.BooleanField(_("aktiv"), default=False)
    loaded_at = models.DateTimeField(_("geladen am"), auto_now_add=True)

    class Meta:
        verbose_name = _("Katalogfassung")
        verbose_name_plural = _("Katalogfassungen")
        ordering = ["catalogue", "-loaded_at"]
        default_permissions = ()  # only the command writes versions
        # Names of permissions are kept in the database, in German as everything staff configure.
        permissions = [
            ("read_catalogues", "Kataloge und Fassungen ansehen"),
            ("activate_catalogues", "Fassung freischalten"),
            ("release_comparison", "Vergleichswerte freigeben"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["catalogue", "version"], name="catalogue_version_loaded_once"),
            models.UniqueConstraint(
                fields=["catalogue"], condition=models.Q(is_active=True), name="catalogue_one_active_version"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.catalogue} {self.version}"
