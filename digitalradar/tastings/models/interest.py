"""„Das will ich sehen“: before the sign-up opens, and after a date for the next one."""

from django.db import models
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from digitalradar.accounts.models import Person
from digitalradar.events.models import Occurrence

from .station import Station


class Interest(models.Model):
    """One voice for a date or one of its stations. Only who wants to be told leaves an address.

    The address counts once it is confirmed by its owner; ``told_at`` keeps the one mail to one.
    """

    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="interests")
    station = models.ForeignKey(Station, models.CASCADE, null=True, blank=True, related_name="interests")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    language = models.CharField(max_length=10, default="de")
    token_hash = models.CharField(max_length=64, null=True, unique=True, editable=False)  # noqa: DJ001 -- several have none
    confirmed_at = models.DateTimeField(_("Adresse bestätigt am"), null=True, blank=True)
    told_at = models.DateTimeField(_("benachrichtigt am"), null=True, blank=True)
    created_at = models.DateTimeField(_("am"), default=now)

    class Meta:
        verbose_name = _("Interesse")
        verbose_name_plural = _("Interesse")
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "occurrence"], condition=Q(station=None), name="tastings_interest_date_once"
            ),
            models.UniqueConstraint(
                fields=["person", "station"], condition=Q(station__isnull=False), name="tastings_interest_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.station or self.occurrence)
