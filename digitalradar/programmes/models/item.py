"""What happens in a programme, and who does it."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from digitalradar.events.models import Occurrence, Offer

from .venue import Room, Track


class Speaker(models.Model):
    """Somebody who speaks at one date. Name and text are shown only with their consent, the address never.

    Released versions name speakers by ``uid`` alone, so that a withdrawn consent takes effect in all of them at once.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="speakers")
    name = models.CharField(_("Name"), max_length=120)
    organisation = models.CharField(_("Betrieb oder Einrichtung"), max_length=160, blank=True)
    email = models.EmailField(_("E-Mail"), blank=True, help_text=_("Für Nachrichten über Änderungen. Sieht niemand."))
    language = models.CharField(_("Sprache"), max_length=10, default="de")
    text = models.TextField(_("zur Person"), max_length=600, blank=True)
    consent_on = models.DateField(
        _("mit der Veröffentlichung einverstanden am"),
        null=True,
        blank=True,
        help_text=_("Ohne diesen Tag steht „Name folgt“ im Programm."),
    )

    class Meta:
        verbose_name = _("Person im Programm")
        verbose_name_plural = _("Personen im Programm")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class ProgrammeItem(models.Model):
    """One point of the working version; the public sees it as it was released last (:class:`ProgrammeVersion`).

    ``seats`` says how many can book a place; the ``offer`` they book is made and changed with each release.
    """

    class Kind(models.TextChoices):
        TALK = "talk", _("Vortrag")
        PANEL = "panel", _("Gespräch")
        WORKSHOP = "workshop", _("Workshop")
        BREAK = "break", _("Pause")

    class State(models.TextChoices):
        DRAFT = "draft", _("in Arbeit")
        READY = "ready", _("steht")
        CANCELLED = "cancelled", _("fällt aus")

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="programme")
    kind = models.CharField(_("Art"), max_length=10, choices=Kind, default=Kind.TALK)
    title = models.CharField(_("Titel"), max_length=160)
    text = models.TextField(_("Worum es geht"), max_length=1200, blank=True)
    starts_at = models.DateTimeField(_("Beginn"))
    ends_at = models.DateTimeField(_("Ende"))
    room = models.ForeignKey(Room, models.RESTRICT, null=True, blank=True, related_name="items", verbose_name=_("Raum"))
    track = models.ForeignKey(
        Track, models.SET_NULL, null=True, blank=True, related_name="items", verbose_name=_("Strang")
    )
    speakers = models.ManyToManyField(Speaker, blank=True, related_name="items", verbose_name=_("Personen"))
    language = models.CharField(_("Sprache"), max_length=10, default="de")
    seats = models.PositiveSmallIntegerField(
        _("Plätze zum Buchen"), null=True, blank=True, help_text=_("Leer: Man kommt einfach, ohne Buchung.")
    )
    offer = models.OneToOneField(
        Offer, models.SET_NULL, null=True, blank=True, editable=False, related_name="programme_item"
    )
    state = models.CharField(_("Stand"), max_length=10, choices=State, default=State.READY)

    class Meta:
        verbose_name = _("Programmpunkt")
        verbose_name_plural = _("Programmpunkte")
        ordering = ["starts_at", "room__order", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="programmes_item_ends_after_start"),
            models.CheckConstraint(condition=Q(seats__isnull=True) | Q(seats__gt=0), name="programmes_item_no_zero"),
        ]

    def __str__(self) -> str:
        return self.title
