"""The fact base: what guides may say about law, figures and deadlines, and who says so."""

import hashlib
import json

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.search import index


class Fact(index.Indexed, models.Model):
    """One statement with date, certainty and sources; guides refer to it as ``[F-SEC-06]``."""

    id = models.CharField(_("Kennung"), primary_key=True, max_length=20)
    topic = models.CharField(_("Bereich"), max_length=80)
    text = models.TextField(_("Aussage"), max_length=1500)
    as_of = models.CharField(_("Stand"), max_length=200)
    is_certain = models.BooleanField(_("sicher"), default=False)
    sources = models.JSONField(_("Quellen"), default=list, blank=True, help_text=_("Liste von Adressen."))
    note = models.TextField(_("Hinweis"), max_length=1500, blank=True)
    changed_on = models.DateField(_("zuletzt geändert am"), null=True, blank=True, editable=False)
    order = models.PositiveSmallIntegerField(_("Reihenfolge"), default=0, editable=False)

    search_fields = [index.SearchField("text"), index.AutocompleteField("id"), index.SearchField("topic")]

    class Meta:
        verbose_name = _("Fakt")
        verbose_name_plural = _("Fakten")
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.id

    @property
    def digest(self) -> str:
        """A short hash of everything a guide may rely on."""
        said = json.dumps([self.text, self.as_of, self.is_certain, self.sources, self.note], ensure_ascii=False)
        return hashlib.sha256(said.encode()).hexdigest()[:40]


class FactUse(models.Model):
    """A published page that refers to a fact; derived on publication by :mod:`services.derived`.

    ``seen`` is the digest the fact had then: if it has another one now, somebody has to look at the page.
    """

    page = models.ForeignKey(Page, models.CASCADE, related_name="fact_uses")
    fact = models.ForeignKey(Fact, models.CASCADE, related_name="uses")
    seen = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "fact"], name="knowledge_factuse_once")]

    def __str__(self) -> str:
        return f"{self.fact_id} ({self.page_id})"


class Deadline(models.Model):
    """A dated deadline of a published guide; derived on publication by :mod:`services.derived`."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="deadlines_shown")
    date = models.DateField(_("Datum"), db_index=True)
    text = models.CharField(_("Frist"), max_length=200)
    fact = models.ForeignKey(Fact, models.SET_NULL, null=True, related_name="deadlines")

    class Meta:
        verbose_name = _("Frist")
        verbose_name_plural = _("Fristen")
        ordering = ["date", "pk"]

    def __str__(self) -> str:
        return f"{self.date}: {self.text}"
