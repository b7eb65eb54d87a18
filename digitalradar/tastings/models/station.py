"""One table, machine or corner at which something can be tried."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from digitalradar.events.models import Occurrence

from .equipment import Equipment


class Station(models.Model):
    """A station of one date. Which rounds it runs in, and with how many seats, say its :class:`Round` rows."""

    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="stations")
    title = models.CharField(_("Name"), max_length=60, help_text=_("Kurz: Er steht im Kopf einer Spalte."))
    question = models.CharField(
        _("Frage oder Appetithappen"),
        max_length=200,
        blank=True,
        help_text=_("Zum Beispiel: Wie lange dauert es, bis er mir das zweite Werkstück reicht?"),
    )
    hosts = models.CharField(_("Wer zeigt es"), max_length=160, blank=True)
    room = models.CharField(_("Raum"), max_length=60, blank=True)
    equipment = models.ManyToManyField(
        Equipment,
        blank=True,
        related_name="stations",
        verbose_name=_("Geräte"),
        help_text=_("Von jedem Gerät braucht die Station ein Stück."),
    )
    safety = models.CharField(_("Sicherheit"), max_length=200, blank=True)
    languages = models.CharField(
        _("Sprachen"), max_length=120, blank=True, help_text=_("Zum Beispiel: Auch auf Arabisch und Polnisch")
    )
    bring_along = models.CharField(_("Bitte mitbringen"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(_("Reihenfolge"), default=0)

    class Meta:
        verbose_name = _("Station")
        verbose_name_plural = _("Stationen")
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["occurrence", "title"], name="tastings_station_title_once")]

    def __str__(self) -> str:
        return self.title
