"""What members want to talk about."""

from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from digitalradar.events.models import Occurrence

from .group import FocusGroup
from .membership import Membership


class TopicProposal(models.Model):
    """One entry of a group's backlog. It belongs to the group: it stays when its author leaves, without a name."""

    class State(models.TextChoices):
        OPEN = "open", _("vorgeschlagen")
        PLANNED = "planned", _("eingeplant")
        DONE = "done", _("besprochen")
        DROPPED = "dropped", _("zurückgezogen")

    group = models.ForeignKey(FocusGroup, models.CASCADE, related_name="topics")
    author = models.ForeignKey(Membership, models.SET_NULL, null=True, blank=True, related_name="topics")
    title = models.CharField(_("Thema"), max_length=160)
    text = models.TextField(_("Was möchten Sie wissen?"), max_length=600, blank=True)
    state = models.CharField(_("Stand"), max_length=10, choices=State, default=State.OPEN)
    session = models.ForeignKey(
        Occurrence, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Sitzung")
    )
    created_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("Themenvorschlag")
        verbose_name_plural = _("Themenvorschläge")
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return self.title


class Vote(models.Model):
    """One member wants to hear of one topic; the database keeps it to one each."""

    topic = models.ForeignKey(TopicProposal, models.CASCADE, related_name="votes")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="votes")

    class Meta:
        verbose_name = _("Stimme")
        verbose_name_plural = _("Stimmen")
        constraints = [models.UniqueConstraint(fields=["topic", "membership"], name="focusgroups_vote_once")]

    def __str__(self) -> str:
        return f"{self.topic_id}: {self.membership_id}"
