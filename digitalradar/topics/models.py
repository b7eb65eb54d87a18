"""The vocabulary that all parts share: nine dimensions of maturity, ten fields of guides, the sectors of the firms."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from digitalradar.core.localized import localized
from digitalradar.region.models import ContactPerson


class Term(models.Model):
    """A word with a fixed id, known to the catalogues by this id."""

    id = models.SlugField(_("Kennung"), primary_key=True, max_length=40)
    title = models.CharField(_("Name"), max_length=80)
    title_en = models.CharField(_("Name (englisch)"), max_length=80)
    order = models.PositiveSmallIntegerField(_("Reihenfolge"))

    class Meta:
        abstract = True
        ordering = ["order"]

    def __str__(self) -> str:
        return self.title

    @property
    def local_title(self) -> str:
        return localized(self, "title")


class Dimension(index.Indexed, Term):
    """One of the nine themes of the Digital-Check, with the people to ask about it."""

    contact_people = models.ManyToManyField(
        ContactPerson,
        blank=True,
        related_name="dimensions",
        verbose_name=_("Ansprechpersonen"),
        help_text=_("Ergebnisse nennen die erste von ihnen. Ohne Auswahl: die erste Ansprechperson der Region."),
    )

    search_fields = [index.SearchField("title"), index.AutocompleteField("title")]

    class Meta(Term.Meta):
        verbose_name = _("Thema")
        verbose_name_plural = _("Themen")


class Sector(index.Indexed, Term):
    """A branch of business; ``andere`` stands for all that are not named."""

    search_fields = [index.SearchField("title"), index.AutocompleteField("title")]

    class Meta(Term.Meta):
        verbose_name = _("Branche")
        verbose_name_plural = _("Branchen")


class TopicField(index.Indexed, Term):
    """One of the ten fields under which the library is arranged; a guide stands in exactly one."""

    search_fields = [index.SearchField("title"), index.AutocompleteField("title")]

    class Meta(Term.Meta):
        verbose_name = _("Themenfeld")
        verbose_name_plural = _("Themenfelder")
