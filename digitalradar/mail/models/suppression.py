"""Addresses that are not written to any more."""

from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _


class SuppressionQuerySet(models.QuerySet):
    def note(self, address: str, reason: str, detail: str) -> None:
        """Do not write to a normalised address any more; the first reason stays."""
        self.get_or_create(address=address, defaults={"reason": reason, "detail": detail})


class Suppression(models.Model):
    """One address, normalised as :mod:`mail.addresses` does; lifting it deletes the row."""

    class Reason(models.TextChoices):
        REFUSED = "refused", _("vom Mailserver abgewiesen")
        BOUNCED = "bounced", _("als unzustellbar zurückgekommen")

    address = models.CharField(_("Adresse"), max_length=254, unique=True)
    reason = models.CharField(_("Grund"), max_length=10, choices=Reason)
    detail = models.TextField(_("Antwort des Mailservers"), blank=True)
    created_at = models.DateTimeField(_("gesperrt am"), default=now)

    objects = SuppressionQuerySet.as_manager()

    class Meta:
        verbose_name = _("gesperrte Adresse")
        verbose_name_plural = _("gesperrte Adressen")
        ordering = ["-created_at", "-pk"]
        default_permissions = ()
        permissions = [
            ("view_suppression", "Gesperrte Adressen ansehen"),
            ("lift_suppression", "Sperre einer Adresse aufheben"),
        ]

    def __str__(self) -> str:
        return self.address
