"""Somebody's sign-up for a date, with what the host has to know of them."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from digitalradar.accounts.models import Person

from .occurrence import Occurrence


class Registration(models.Model):
    """One sign-up by one person, for a party of any size; its places are its :class:`Booking` rows.

    The private link leads to it; ``code`` is what is typed or scanned at the door. ``person`` is empty for walk-ins
    without an address and after erasure, which also empties all texts. ``calendar_sequence`` counts the calendar
    messages sent for it and never falls below the date's own. Reminder, thanks and the question some months later are
    noted here too, for the outbox forgets after a while and nobody is to get them twice.
    """

    class Source(models.TextChoices):
        ONLINE = "online", _("selbst angemeldet")
        HOST = "host", _("von der Redaktion eingetragen")
        WALK_IN = "walk_in", _("spontan gekommen")

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="registrations")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="registrations")
    name = models.CharField(_("Name"), max_length=120, blank=True)
    organisation = models.CharField(_("Betrieb oder Einrichtung"), max_length=160, blank=True)
    language = models.CharField(_("Sprache"), max_length=10, default="de")
    party_size = models.PositiveSmallIntegerField(_("Personen"), default=1)
    companions = models.TextField(_("Namen der Begleitung"), max_length=600, blank=True)
    access_needs = models.TextField(_("Was Sie vor Ort brauchen"), max_length=400, blank=True)
    food_needs = models.CharField(_("Essen"), max_length=160, blank=True)
    answers = models.JSONField(_("Antworten"), default=dict, blank=True)
    photo_consent_at = models.DateTimeField(_("mit Fotos einverstanden"), null=True, blank=True)
    listing_consent_at = models.DateTimeField(_("darf genannt werden"), null=True, blank=True)
    consent_version = models.CharField(max_length=20, blank=True)
    source = models.CharField(_("Weg"), max_length=10, choices=Source, default=Source.ONLINE)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    code = models.CharField(_("Code"), max_length=8, editable=False)
    confirmed_at = models.DateTimeField(_("Adresse bestätigt am"), null=True, blank=True)
    calendar_sequence = models.PositiveIntegerField(default=0, editable=False)
    reminded_for = models.DateTimeField(null=True, editable=False, help_text="The beginning they were reminded of.")
    thanked_at = models.DateTimeField(null=True, editable=False)
    asked_later_at = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(_("angemeldet am"), default=now)
    erased_at = models.DateTimeField(_("gelöscht am"), null=True, editable=False)
    is_example = models.BooleanField(_("Beispieldaten"), default=False)

    class Meta:
        verbose_name = _("Anmeldung")
        verbose_name_plural = _("Anmeldungen")
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["occurrence", "code"], name="events_registration_code_once"),
            models.CheckConstraint(condition=Q(party_size__gte=1), name="events_registration_somebody"),
        ]

    def __str__(self) -> str:
        return self.name or str(self.pk)
