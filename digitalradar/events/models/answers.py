"""What participants say afterwards, kept apart from who they are."""

from django.db import models
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from .occurrence import Occurrence


class Feedback(models.Model):
    """An answer right after the date. ``receipt`` keeps each registration to one and tells nobody whose it is."""

    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="feedback")
    receipt = models.CharField(max_length=64, unique=True, editable=False)
    rating = models.PositiveSmallIntegerField(_("Hat es sich gelohnt?"))
    helped = models.TextField(_("Was nehmen Sie mit?"), max_length=600, blank=True)
    missing = models.TextField(_("Was hat gefehlt?"), max_length=600, blank=True)
    given_on = models.DateField(_("Gegeben am"), default=localdate)

    class Meta:
        verbose_name = _("Rückmeldung")
        verbose_name_plural = _("Rückmeldungen")
        ordering = ["-given_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(rating__gte=1) & Q(rating__lte=5), name="events_feedback_rating")
        ]

    def __str__(self) -> str:
        return f"{self.occurrence_id}: {self.rating}"


class FollowUp(models.Model):
    """The answer to „Was haben Sie damit gemacht?“ some months later."""

    class Outcome(models.TextChoices):
        IN_USE = "in_use", _("im Einsatz")
        TRYING = "trying", _("wird ausprobiert")
        PLANNED = "planned", _("fest geplant")
        DROPPED = "dropped", _("verworfen")
        NOTHING = "nothing", _("noch nichts")

    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="follow_ups")
    receipt = models.CharField(max_length=64, unique=True, editable=False)
    outcome = models.CharField(_("Was ist daraus geworden?"), max_length=10, choices=Outcome)
    text = models.TextField(_("Was genau?"), max_length=600, blank=True)
    given_on = models.DateField(_("Gegeben am"), default=localdate)

    class Meta:
        verbose_name = _("Antwort nach Monaten")
        verbose_name_plural = _("Antworten nach Monaten")
        ordering = ["-given_on", "pk"]

    def __str__(self) -> str:
        return f"{self.occurrence_id}: {self.outcome}"
