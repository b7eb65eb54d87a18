"""What a day is divided into: rooms and tracks."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from digitalradar.events.models import Occurrence


class Room(models.Model):
    """A room of the day. ``parallel_limit`` items may run in it at the same time (E-4), usually one."""

    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="rooms")
    title = models.CharField(_("Raum"), max_length=80)
    note = models.CharField(
        _("Weg und Zugang"), max_length=160, blank=True, help_text=_("Zum Beispiel: 1. Stock, Aufzug am Eingang")
    )
    seats = models.PositiveSmallIntegerField(_("Sitzplätze"), null=True, blank=True)
    parallel_limit = models.PositiveSmallIntegerField(
        _("gleichzeitige Punkte"), default=1, help_text=_("Mehr als einer nur, wo mehrere Dinge zugleich gehen.")
    )
    order = models.PositiveSmallIntegerField(_("Reihenfolge"), default=0)

    class Meta:
        verbose_name = _("Raum")
        verbose_name_plural = _("Räume")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(parallel_limit__gte=1), name="programmes_room_something"),
            models.UniqueConstraint(fields=["occurrence", "title"], name="programmes_room_title_once"),
        ]

    def __str__(self) -> str:
        return self.title


class Track(models.Model):
    """A thread through the day by which visitors find what is for them."""

    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="tracks")
    title = models.CharField(_("Strang"), max_length=80)
    order = models.PositiveSmallIntegerField(_("Reihenfolge"), default=0)

    class Meta:
        verbose_name = _("Strang")
        verbose_name_plural = _("Stränge")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["occurrence", "title"], name="programmes_track_title_once"),
        ]

    def __str__(self) -> str:
        return self.title
