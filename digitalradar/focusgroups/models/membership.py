"""Who belongs to a group, and when."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from digitalradar.accounts.models import Person

from .group import FocusGroup


class MembershipQuerySet(models.QuerySet):
    """Questions about members."""

    def seated(self):
        """Those who take a place of the group: active and paused ones."""
        return self.filter(state__in=SEATED)

    def active(self):
        return self.filter(state=Membership.State.ACTIVE)

    def waiting_for_moderator(self):
        """Requests of people whose address is theirs."""
        return self.filter(state=Membership.State.REQUESTED, confirmed_at__isnull=False)

    def unconfirmed(self):
        return self.filter(state=Membership.State.REQUESTED, confirmed_at__isnull=True)


class Membership(models.Model):
    """One person in one group: a single row, whatever its periods. Changed by :mod:`services` only.

    The private link leads to it; ``uid`` is what the link is made of.
    ``standing`` is the answer that counts for every session without an answer of its own (F-3).
    """

    class State(models.TextChoices):
        REQUESTED = "requested", _("angefragt")
        INVITED = "invited", _("eingeladen")
        ACTIVE = "active", _("dabei")
        PAUSED = "paused", _("pausiert")
        LEFT = "left", _("ausgetreten")

    class Role(models.TextChoices):
        MEMBER = "member", _("Mitglied")
        MODERATOR = "moderator", _("Moderation")

    class Standing(models.TextChoices):
        YES = "yes", _("Ich bin dabei, wenn ich nicht absage")
        NO = "no", _("Ich bin nicht dabei, wenn ich nicht zusage")
        ASK = "ask", _("Ich entscheide jedes Mal neu")

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    group = models.ForeignKey(FocusGroup, models.PROTECT, related_name="memberships")
    person = models.ForeignKey(Person, models.PROTECT, related_name="focus_memberships")
    name = models.CharField(_("Name"), max_length=120)
    organisation = models.CharField(_("Betrieb oder Einrichtung"), max_length=160, blank=True)
    message = models.TextField(_("Nachricht an die Moderation"), max_length=600, blank=True)
    language = models.CharField(_("Sprache"), max_length=10, default="de")
    role = models.CharField(_("Rolle"), max_length=10, choices=Role, default=Role.MEMBER)
    state = models.CharField(_("Stand"), max_length=10, choices=State, default=State.REQUESTED)
    standing = models.CharField(_("Sitzungen"), max_length=4, choices=Standing, default=Standing.ASK)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    confirmed_at = models.DateTimeField(_("Adresse bestätigt am"), null=True, blank=True)
    created_at = models.DateTimeField(_("angefragt am"), default=now)
    changed_at = models.DateTimeField(_("geändert am"), default=now)
    is_example = models.BooleanField(_("Beispieldaten"), default=False)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("Mitgliedschaft")
        verbose_name_plural = _("Mitgliedschaften")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["group", "person"], name="focusgroups_membership_once"),
            models.CheckConstraint(
                condition=~Q(state__in=["active", "paused"]) | Q(confirmed_at__isnull=False),
                name="focusgroups_member_confirmed",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_active(self) -> bool:
        return self.state == self.State.ACTIVE

    @property
    def is_seated(self) -> bool:
        return self.state in SEATED

    @property
    def has_left(self) -> bool:
        return self.state == self.State.LEFT


SEATED = (Membership.State.ACTIVE, Membership.State.PAUSED)


class Period(models.Model):
    """A time in which somebody belonged to a group; ``ended_at`` is empty while they do. At most one is open."""

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="periods")
    began_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("Zeit der Mitgliedschaft")
        verbose_name_plural = _("Zeiten der Mitgliedschaft")
        ordering = ["began_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["membership"], condition=Q(ended_at__isnull=True), name="focusgroups_period_one_open"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("began_at")), name="focusgroups_period_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.began_at:%Y-%m-%d}"
