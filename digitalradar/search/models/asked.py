"""What was searched for, counted without anybody who searched."""

from django.db import models
from django.utils.translation import gettext_lazy as _

QUERY_LENGTH = 80


class UnansweredSearch(models.Model):
    """A query without any hit; shown to editors from the second time on."""

    query = models.CharField(_("gesucht"), max_length=QUERY_LENGTH)
    language = models.CharField(_("Sprache"), max_length=8)
    count = models.PositiveIntegerField(_("wie oft"), default=0)
    first_seen = models.DateField(_("zuerst"), auto_now_add=True)
    last_seen = models.DateField(_("zuletzt"), db_index=True)
    is_done = models.BooleanField(_("erledigt"), default=False)

    class Meta:
        verbose_name = _("Suche ohne Treffer")
        verbose_name_plural = _("Suchen ohne Treffer")
        ordering = ["-count", "query"]
        constraints = [models.UniqueConstraint(fields=["query", "language"], name="search_unanswered_once")]

    def __str__(self) -> str:
        return self.query


class LeadingSearch(models.Model):
    """How often a query led to a page."""

    kind = models.CharField(max_length=30)
    key = models.CharField(max_length=120)
    language = models.CharField(max_length=8)
    query = models.CharField(max_length=QUERY_LENGTH)
    count = models.PositiveIntegerField(default=0)
    last_seen = models.DateField(db_index=True)

    class Meta:
        default_permissions = ()
        ordering = ["-count", "query"]
        constraints = [models.UniqueConstraint(fields=["kind", "key", "language", "query"], name="search_leading_once")]

    def __str__(self) -> str:
        return f"{self.query} -> {self.kind}:{self.key}"
