"""The rows of the timetable: rounds and breaks."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from digitalradar.events.models import Occurrence


class Slot(models.Model):
    """A stretch of time of one date, counted from its beginning, so that it moves along with the date.

    Slots of a date never overlap: services/planning.py sees to it, under the lock of the date.
    """

    class Kind(models.TextChoices):
        ROUND = "round", _("Runde")
        BREAK = "break", _("Pause")

    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="slots")
    kind = models.CharField(_("Art"), max_length=5, choices=Kind, default=Kind.ROUND)
    after = models.PositiveSmallIntegerField(_("Minuten nach dem Beginn"))
    minutes = models.PositiveSmallIntegerField(_("Minuten"))
    title = models.CharField(_("Name der Pause"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("Runde oder Pause")
        verbose_name_plural = _("Runden und Pausen")
        ordering = ["after", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["occurrence", "after"], name="tastings_slot_begins_once"),
            models.CheckConstraint(condition=Q(minutes__gte=1), name="tastings_slot_takes_time"),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at.astimezone(self.occurrence.zone):%H:%M} {self.title}".strip()

    @property
    def is_break(self) -> bool:
        return self.kind == self.Kind.BREAK

    @property
    def starts_at(self) -> datetime:
        return self.occurrence.starts_at + timedelta(minutes=self.after)

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)
