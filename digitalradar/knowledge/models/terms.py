"""The glossary: words a reader may not know, explained where they stand."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from digitalradar.core.localized import localized


class GlossaryTerm(index.Indexed, models.Model):
    """One word in German and, where a translation exists, in English."""

    id = models.SlugField(_("Kennung"), primary_key=True, max_length=80)
    term = models.CharField(_("Begriff"), max_length=80)
    term_en = models.CharField(_("Begriff (englisch)"), max_length=80, blank=True)
    forms = models.JSONField(
        _("andere Formen"),
        default=list,
        blank=True,
        help_text=_("Beugungen und Schreibweisen, wie sie in Texten stehen."),
    )
    forms_en = models.JSONField(_("andere Formen (englisch)"), default=list, blank=True)
    text = models.TextField(_("Erklärung"), max_length=600)
    text_en = models.TextField(_("Erklärung (englisch)"), max_length=600, blank=True)

    search_fields = [index.SearchField("term"), index.AutocompleteField("term"), index.SearchField("text")]

    class Meta:
        verbose_name = _("Begriff")
        verbose_name_plural = _("Begriffe")
        ordering = ["term", "id"]

    def __str__(self) -> str:
        return self.term

    @property
    def local_term(self) -> str:
        return localized(self, "term")

    @property
    def local_text(self) -> str:
        return localized(self, "text")
