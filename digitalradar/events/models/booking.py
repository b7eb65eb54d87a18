"""Places for one party at one offer, and what became of them."""

from django.db import models
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from digitalradar.accounts.models import Person

from .offer import Offer
from .registration import Registration


class State(models.TextChoices):
    """Where a booking stands; see docs/algorithms/places.md for the ways between the states."""

    HELD = "held", _("vorgemerkt")
    REQUESTED = "requested", _("noch nicht bestätigt")
    WAITING = "waitlisted", _("Warteliste")
    OFFERED = "offered", _("Platz angeboten")
    CONFIRMED = "confirmed", _("bestätigt")
    ATTENDED = "attended", _("teilgenommen")
    NO_SHOW = "no_show", _("nicht gekommen")
    CANCELLED = "cancelled", _("abgesagt")
    WITHDRAWN = "withdrawn", _("Warteliste verlassen")
    DECLINED = "declined", _("Angebot abgelehnt")
    LAPSED = "lapsed", _("verfallen")


SEATED = (State.CONFIRMED, State.OFFERED, State.ATTENDED, State.NO_SHOW)  # they count in Offer.seats_taken
PENDING = (State.HELD, State.REQUESTED)  # they keep places until ``held_until``, if it is set
ACTIVE = (State.REQUESTED, State.WAITING, State.OFFERED, State.CONFIRMED, State.ATTENDED)  # at most one (I-3)


class Booking(models.Model):
    """One party at one offer. Its state is changed by :mod:`services` only, under the lock of the date.

    ``person`` repeats that of the registration, so that the database can hold invariant I-3. The waiting list is
    ordered by falling ``priority``, then ``joined_at``, then id (I-4).
    """

    State = State

    registration = models.ForeignKey(Registration, models.CASCADE, related_name="bookings")
    offer = models.ForeignKey(Offer, models.PROTECT, related_name="bookings")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    party_size = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(_("Stand"), max_length=10, choices=State)
    priority = models.SmallIntegerField(_("Vorrang"), default=0)
    joined_at = models.DateTimeField(null=True, blank=True)
    held_until = models.DateTimeField(null=True, blank=True)
    offered_until = models.DateTimeField(null=True, blank=True)
    uses_reserved = models.BooleanField(_("zurückgehaltener Platz"), default=False)
    changed_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("Buchung")
        verbose_name_plural = _("Buchungen")
        ordering = ["pk"]
        indexes = [models.Index(fields=["offer", "state", "joined_at"], name="events_booking_by_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "offer"],
                condition=Q(state__in=["requested", "waitlisted", "offered", "confirmed", "attended"]),
                name="events_booking_once_per_person",
            ),
            models.CheckConstraint(condition=Q(party_size__gte=1), name="events_booking_somebody"),
            models.CheckConstraint(
                condition=~Q(state="waitlisted") | Q(joined_at__isnull=False), name="events_booking_waiting_since"
            ),
            models.CheckConstraint(
                condition=~Q(state="offered") | Q(offered_until__isnull=False), name="events_booking_offered_until"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.registration} – {self.get_state_display()}"
