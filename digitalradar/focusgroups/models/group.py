"""A group of companies that meets again and again on one subject."""

from django.db import models
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from digitalradar.events.models import Series
from digitalradar.region.models import ContactPerson
from digitalradar.topics.models import TopicField

KIND = "fokusgruppe"  # the format of its sessions, see events/kinds_data
SLUG_LENGTH = 80


class FocusGroupQuerySet(models.QuerySet):
    """Questions about groups."""

    def public(self):
        """Those that everybody may see: all but drafts."""
        return self.exclude(state=FocusGroup.State.DRAFT)

    def running(self):
        return self.filter(state=FocusGroup.State.RUNNING)


class FocusGroup(models.Model):
    """One group. Its sessions are the dates of ``series``, which also says in which rhythm it meets.

    ``size_limit`` counts members, active and paused; it is kept by :mod:`services.membership` under the lock of this
    row. ``seats_taken`` is their number, written there only; the constraint is the second net.
    """

    class Openness(models.TextChoices):
        OPEN = "open", _("offen: Betriebe können anfragen")
        INVITATION = "invitation", _("nur auf Einladung")
        CLOSED = "closed", _("geschlossen: niemand kommt dazu")

    class State(models.TextChoices):
        DRAFT = "draft", _("Entwurf")
        RUNNING = "running", _("läuft")
        ENDED = "ended", _("beendet")

    slug = models.SlugField(_("Adresse"), max_length=SLUG_LENGTH, unique=True)
    title = models.CharField(_("Name"), max_length=120)
    summary = models.CharField(_("in einem Satz"), max_length=200, help_text=_("Wer trifft sich, und wozu?"))
    purpose = models.TextField(
        _("Worum es geht"), max_length=1500, help_text=_("Für wen ist die Gruppe, was haben die Mitglieder davon?")
    )
    series = models.OneToOneField(
        Series, models.PROTECT, related_name="focus_group", verbose_name=_("Reihe"), editable=False
    )
    moderator = models.ForeignKey(
        ContactPerson,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Moderation"),
        help_text=_("Steht auf der Seite der Gruppe und bekommt die Anfragen."),
    )
    size_limit = models.PositiveSmallIntegerField(_("Plätze für Mitglieder"), default=15)
    seats_taken = models.PositiveSmallIntegerField(default=0, editable=False)
    openness = models.CharField(_("Wer kann dazukommen"), max_length=10, choices=Openness, default=Openness.OPEN)
    topic_fields = models.ManyToManyField(
        TopicField, blank=True, related_name="focus_groups", verbose_name=_("Themenfelder")
    )
    state = models.CharField(_("Stand"), max_length=10, choices=State, default=State.DRAFT, db_index=True)
    created_at = models.DateTimeField(_("angelegt am"), default=now, editable=False)
    is_example = models.BooleanField(_("Beispieldaten"), default=False)

    objects = FocusGroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("Fokusgruppe")
        verbose_name_plural = _("Fokusgruppen")
        ordering = ["title", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(size_limit__gte=1), name="focusgroups_group_somebody"),
            models.CheckConstraint(
                condition=Q(size_limit__gte=models.F("seats_taken")), name="focusgroups_group_never_too_many"
            ),
        ]
        # The name is kept in the database, in German as everything staff configure.
        permissions = [("moderate_focusgroup", "Fokusgruppen moderieren")]

    def __str__(self) -> str:
        return self.title

    @property
    def rhythm(self) -> str:
        """How often it meets, in words."""
        return self.series.rhythm

    @property
    def free_places(self) -> int:
        return max(self.size_limit - self.seats_taken, 0)

    @property
    def is_running(self) -> bool:
        return self.state == self.State.RUNNING

    @property
    def takes_requests(self) -> bool:
        """Whether anybody may ask to join."""
        return self.is_running and self.openness == self.Openness.OPEN
