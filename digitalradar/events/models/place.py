"""Where people meet."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index


class Place(index.Indexed, models.Model):
    """A house or yard with what a guest has to know to get in; rooms are named with the date."""

    name = models.CharField(_("Name"), max_length=120, help_text=_("Zum Beispiel: Bildungszentrum Musterstadt"))
    street = models.CharField(_("Straße und Hausnummer"), max_length=120, blank=True)
    postcode = models.CharField(_("Postleitzahl"), max_length=10, blank=True)
    town = models.CharField(_("Ort"), max_length=80)
    directions = models.TextField(
        _("Anfahrt"), max_length=600, blank=True, help_text=_("Haltestelle, Parkplatz, welcher Eingang.")
    )
    is_step_free = models.BooleanField(_("stufenlos erreichbar"), default=False)
    accessibility = models.TextField(
        _("Zugang"),
        max_length=400,
        blank=True,
        help_text=_("Aufzug, Türbreite, barrierefreies WC, Induktionsschleife. Was nicht geht, gehört auch hierher."),
    )
    is_example = models.BooleanField(_("Beispieldaten"), default=False)

    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.SearchField("town")]

    class Meta:
        verbose_name = _("Ort")
        verbose_name_plural = _("Orte")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return f"{self.name}, {self.town}"

    @property
    def address(self) -> str:
        """Street and town in one line."""
        town = f"{self.postcode} {self.town}".strip()
        return ", ".join(filter(None, [self.street, town]))
