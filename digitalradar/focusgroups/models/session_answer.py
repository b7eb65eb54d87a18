"""A member's answer to one session, and what the standing answer has done about it."""

from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from digitalradar.events.models import Occurrence

from .membership import Membership


class SessionAnswer(models.Model):
    """Overrides the standing answer for one date only (F-3). Whether there is a place is told by the bookings alone.

    ``is_coming`` is empty while the standing answer counts. ``last_act`` is what the standing answer did last, so that
    it takes back only what it did itself and never what the member did on the page of the date.
    """

    class Act(models.TextChoices):
        NONE = "", _("nichts")
        BOOKED = "booked", _("angemeldet")
        FREED = "freed", _("abgemeldet")

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="answers")
    session = models.ForeignKey(Occurrence, models.CASCADE, related_name="+")
    is_coming = models.BooleanField(_("kommt"), null=True)
    last_act = models.CharField(max_length=6, choices=Act, default=Act.NONE, blank=True)
    changed_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("Antwort zu einer Sitzung")
        verbose_name_plural = _("Antworten zu Sitzungen")
        constraints = [
            models.UniqueConstraint(fields=["membership", "session"], name="focusgroups_answer_once"),
        ]

    def __str__(self) -> str:
        return f"{self.membership_id}: {self.session_id}"


class Announcement(models.Model):
    """The members have been told of a session; made once, by whoever is first."""

    session = models.OneToOneField(Occurrence, models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("Ankündigung einer Sitzung")
        verbose_name_plural = _("Ankündigungen von Sitzungen")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.session_id)
