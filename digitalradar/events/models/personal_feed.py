"""A calendar of somebody's own."""

from uuid import uuid4

from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from digitalradar.accounts.models import Person


class PersonalFeed(models.Model):
    """A secret address under which calendars fetch the dates at which one person has a place.

    The secret follows from ``uid`` and the portal's key, so that its owner can be shown it again; only its hash is
    looked up. A new ``uid`` makes the old address worthless.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    person = models.OneToOneField(Person, models.CASCADE, related_name="calendar_feed")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("angelegt am"), default=now)

    class Meta:
        verbose_name = _("eigener Kalender")
        verbose_name_plural = _("eigene Kalender")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.person)
