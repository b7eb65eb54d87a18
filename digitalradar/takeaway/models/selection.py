"""„Meine Auswahl“: pages of the library that somebody wants to find again, without an account."""

from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

NOTE_LENGTH = 200


class SelectionQuerySet(models.QuerySet):
    def living(self):
        """Selections whose time is not over."""
        return self.filter(expires_at__gt=now())

    def expired(self):
        return self.filter(expires_at__lte=now())


class Selection(models.Model):
    """A list that belongs to whoever holds its private link. Changed by :mod:`services.selections` only."""

    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(_("angelegt am"), default=now)
    expires_at = models.DateTimeField(_("wird gelöscht am"), db_index=True)

    objects = SelectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("Auswahl")
        verbose_name_plural = _("Auswahlen")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.pk)


class SelectionItem(models.Model):
    """One page in a selection, known by its lasting name: it stays in the list when the page is retired or renamed."""

    class Kind(models.TextChoices):
        GUIDE = "guide", _("Leitfaden")
        TECHNOLOGY = "technology", _("Technologieprofil")
        REPORT = "report", _("Praxisbericht")

    selection = models.ForeignKey(Selection, models.CASCADE, related_name="items")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    identifier = models.SlugField(max_length=80, db_index=False)
    title = models.CharField(max_length=255, help_text="As it was when the page was put here.")
    note = models.CharField(_("Notiz"), max_length=NOTE_LENGTH, blank=True)
    place = models.PositiveIntegerField()
    added_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("Eintrag einer Auswahl")
        verbose_name_plural = _("Einträge von Auswahlen")
        default_permissions = ()
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["selection", "kind", "identifier"], name="takeaway_item_once"),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def key(self) -> str:
        """The name of the entry in forms."""
        return f"{self.kind}.{self.identifier}"
