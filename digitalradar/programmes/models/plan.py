"""„Mein Programm“: what somebody wants to see of a day, without an account."""

from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from digitalradar.events.models import Occurrence, Registration

from .item import ProgrammeItem


class Plan(models.Model):
    """A list that belongs to whoever holds its private link. Changed by :mod:`services.plans` only.

    With a ``registration`` it is the plan of somebody who signed up, who then hears of changes to what is in it.
    """

    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="plans")
    registration = models.OneToOneField(
        Registration, models.SET_NULL, null=True, blank=True, related_name="programme_plan"
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("angelegt am"), default=now)

    class Meta:
        verbose_name = _("Eigenes Programm")
        verbose_name_plural = _("Eigene Programme")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.pk)


class PlanItem(models.Model):
    """One item that somebody wants to see."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="picks")
    item = models.ForeignKey(ProgrammeItem, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("Eintrag eines eigenen Programms")
        verbose_name_plural = _("Einträge eigener Programme")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["plan", "item"], name="programmes_pick_once")]

    def __str__(self) -> str:
        return str(self.pk)
