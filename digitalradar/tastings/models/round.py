"""A station in one round: what people book."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from digitalradar.events.models import Offer

from .slot import Slot
from .station import Station


class Round(models.Model):
    """Ties a cell of the timetable to its offer, which holds the seats. A cell without one does not take place."""

    station = models.ForeignKey(Station, models.CASCADE, related_name="rounds")
    slot = models.ForeignKey(Slot, models.CASCADE, related_name="rounds")
    offer = models.OneToOneField(Offer, models.CASCADE, related_name="round")

    class Meta:
        verbose_name = _("Runde an einer Station")
        verbose_name_plural = _("Runden an Stationen")
        ordering = ["slot__after", "station__order", "pk"]
        constraints = [models.UniqueConstraint(fields=["station", "slot"], name="tastings_round_once")]

    def __str__(self) -> str:
        return str(self.offer)
