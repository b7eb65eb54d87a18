"""Devices that stations share."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Equipment(models.Model):
    """A kind of device, of which there are so many pieces. A piece is at one running round at most (T-2)."""

    name = models.CharField(_("Name"), max_length=80, unique=True, help_text=_("Zum Beispiel: VR-Brille"))
    units = models.PositiveSmallIntegerField(_("Stück"), default=1, help_text=_("Wie viele es davon gibt."))
    is_example = models.BooleanField(_("Beispieldaten"), default=False)

    class Meta:
        verbose_name = _("Gerät")
        verbose_name_plural = _("Geräte")
        ordering = ["name", "pk"]
        constraints = [models.CheckConstraint(condition=Q(units__gte=1), name="tastings_equipment_some")]

    def __str__(self) -> str:
        return self.name
