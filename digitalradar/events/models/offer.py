"""What can be booked at a date: the date itself, a round at a station, a seat in a session."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .occurrence import Occurrence

MAX_PARTY = 20


class Offer(models.Model):
    """Something with places. ``seats_taken`` is written by :mod:`services.places` only, under the lock of the date.

    It counts the persons whose booking is confirmed, offered, attended or missed (invariant I-1); the constraint is
    the second net below the lock. ``reserved`` places are kept for guests of the host, ``reserved_used`` of them are
    taken and count in ``seats_taken`` too.
    """

    class Policy(models.TextChoices):
        OFF = "off", _("keine Warteliste")
        AUTOMATIC = "automatic", _("rückt von selbst nach")
        OFFER = "offer", _("freier Platz wird mit Frist angeboten")

    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="offers")
    title = models.CharField(_("Name"), max_length=160, blank=True, help_text=_("Leer: der Termin selbst"))
    order = models.PositiveSmallIntegerField(default=0)
    starts_at = models.DateTimeField(_("Beginn"), null=True, blank=True)
    ends_at = models.DateTimeField(_("Ende"), null=True, blank=True)
    capacity = models.PositiveIntegerField(_("Plätze"), null=True, blank=True, help_text=_("Leer: unbegrenzt"))
    reserved = models.PositiveIntegerField(_("davon zurückgehalten"), default=0)
    reserved_used = models.PositiveIntegerField(default=0, editable=False)
    seats_taken = models.PositiveIntegerField(default=0, editable=False)
    opens_at = models.DateTimeField(_("Anmeldung ab"), null=True, blank=True)
    closes_at = models.DateTimeField(_("Anmeldung bis"), null=True, blank=True, help_text=_("Leer: bis zum Beginn"))
    policy = models.CharField(_("Warteliste"), max_length=10, choices=Policy, default=Policy.AUTOMATIC)
    offer_hours = models.PositiveSmallIntegerField(_("Frist für angebotene Plätze in Stunden"), default=24)
    max_party = models.PositiveSmallIntegerField(_("Personen je Anmeldung"), default=4)
    max_per_organisation = models.PositiveSmallIntegerField(_("Personen je Betrieb"), null=True, blank=True)
    smaller_may_pass = models.BooleanField(
        _("kleinere Gruppen dürfen vorrücken"),
        default=False,
        help_text=_("Passt die erste Gruppe der Warteliste nicht, bekommt die nächste, die passt, den Platz."),
    )
    is_exclusive = models.BooleanField(
        _("schließt gleichzeitige Plätze aus"),
        default=False,
        help_text=_("Niemand kann zur selben Zeit zwei solche Plätze dieses Termins haben."),
    )

    class Meta:
        verbose_name = _("Platzangebot")
        verbose_name_plural = _("Platzangebote")
        ordering = ["starts_at", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(capacity__isnull=True)
                | Q(capacity__gte=F("seats_taken") + F("reserved") - F("reserved_used")),
                name="events_offer_never_too_many",
            ),
            models.CheckConstraint(condition=Q(capacity__isnull=True) | Q(capacity__gt=0), name="events_offer_no_zero"),
            models.CheckConstraint(condition=Q(reserved_used__lte=F("reserved")), name="events_offer_reserved_used"),
            models.CheckConstraint(
                condition=Q(max_party__gte=1) & Q(max_party__lte=MAX_PARTY), name="events_offer_party_size"
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(self.occurrence)
