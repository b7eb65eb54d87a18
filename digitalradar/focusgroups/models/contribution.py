"""What members tell each other, and how far it may go."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from digitalradar.events.models import Occurrence

from .group import FocusGroup
from .membership import Membership

TEXT_LENGTH = 2000


class Confidentiality(models.TextChoices):
    """Who may read a contribution, from the fewest to all. Only its author ever moves it to a later one (F-1)."""

    SESSION = "session", _("nur diese Sitzung")
    GROUP = "group", _("die Gruppe")
    ANONYMOUS = "anonymous", _("alle, aber ohne Namen")
    PUBLIC = "public", _("alle, mit Namen")


class ContributionQuerySet(models.QuerySet):
    """Who may read what is asked in :mod:`queries.contributions`; here is what everybody may."""

    def standing(self):
        """Those that their author has not withdrawn."""
        return self.filter(withdrawn_at__isnull=True)

    def public(self):
        """Those that everybody may read with the name of who told it."""
        named = self.standing().filter(confidentiality=Confidentiality.PUBLIC, author__isnull=False)
        return named.filter(group__in=FocusGroup.objects.public())


class Contribution(models.Model):
    """An experience, a failure, a question or a tip. The text is never changed: it is withdrawn and written anew.

    ``author`` empties when their data are erased on the clock; without an author nothing is public with a name.
    ``public_name`` is what the author chose to be called by.
    """

    class Kind(models.TextChoices):
        EXPERIENCE = "experience", _("Erfahrung")
        FAILURE = "failure", _("Fehlschlag")
        QUESTION = "question", _("Frage")
        TIP = "tip", _("Tipp")

    group = models.ForeignKey(FocusGroup, models.CASCADE, related_name="contributions")
    author = models.ForeignKey(Membership, models.SET_NULL, null=True, blank=True, related_name="contributions")
    session = models.ForeignKey(
        Occurrence, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Sitzung")
    )
    kind = models.CharField(_("Art"), max_length=10, choices=Kind)
    text = models.TextField(_("Was ist passiert?"), max_length=TEXT_LENGTH)
    confidentiality = models.CharField(_("Wer darf es lesen?"), max_length=10, choices=Confidentiality)
    public_name = models.CharField(_("genannt als"), max_length=160, blank=True)
    public_since = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("zurückgezogen am"), null=True, blank=True)
    created_at = models.DateTimeField(default=now)
    is_example = models.BooleanField(_("Beispieldaten"), default=False)

    objects = ContributionQuerySet.as_manager()

    class Meta:
        verbose_name = _("Beitrag")
        verbose_name_plural = _("Beiträge")
        ordering = ["-created_at", "-pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=~Q(confidentiality="session") | Q(session__isnull=False),
                name="focusgroups_session_text_has_session",
            ),
            models.CheckConstraint(
                condition=~Q(confidentiality="public") | (~Q(public_name="") & Q(public_since__isnull=False)),
                name="focusgroups_public_text_has_name",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None


class AnonymousVersionQuerySet(models.QuerySet):
    """Questions about anonymised texts."""

    def public(self):
        """Those that their author has approved and that still stand."""
        return self.filter(
            contribution__withdrawn_at__isnull=True,
            contribution__confidentiality=Confidentiality.ANONYMOUS,
            contribution__group__in=FocusGroup.objects.public(),
        )


class AnonymousVersion(models.Model):
    """The text that everybody may read in place of the original: a text of its own, approved by the author (F-2).

    ``key`` names it in public. It is random and lists are ordered by it, so that nothing tells when it was written.
    """

    contribution = models.OneToOneField(Contribution, models.CASCADE, related_name="anonymous")
    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    text = models.TextField(_("Fassung für alle"), max_length=TEXT_LENGTH)
    approved_at = models.DateTimeField(default=now)

    objects = AnonymousVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("Fassung ohne Namen")
        verbose_name_plural = _("Fassungen ohne Namen")
        ordering = ["key"]
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.key)


class Citation(models.Model):
    """A guide refers to something told in a group; once it is withdrawn the guide says just that."""

    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="citations")
    guide = models.SlugField(_("Leitfaden"), max_length=80)

    class Meta:
        verbose_name = _("Verweis aus einem Leitfaden")
        verbose_name_plural = _("Verweise aus Leitfäden")
        constraints = [models.UniqueConstraint(fields=["contribution", "guide"], name="focusgroups_citation_once")]

    def __str__(self) -> str:
        return self.guide
