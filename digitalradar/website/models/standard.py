"""Pages every portal needs: imprint, privacy, accessibility, plain language, about us."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from digitalradar.core.navigation import ACCESS, LEGAL
from digitalradar.core.page_cache import CONTACTS, PARTNERS
from digitalradar.core.translated_page import TranslatedPageMixin

from ..blocks import StandardBody

DRAWN = {"people": CONTACTS, "partners": PARTNERS}  # what changes with the parts that are drawn


class StandardPage(TranslatedPageMixin, Page):
    """A plain text page that may stand in the footer."""

    class Footer(models.TextChoices):
        NOWHERE = "", _("nicht in der Fußzeile")
        ACCESS_COLUMN = ACCESS, _("Spalte „Zugänglich“")
        LEGAL_LINE = LEGAL, _("letzte Zeile")

    intro = models.TextField(_("Einleitung"), max_length=400, blank=True)
    body = StreamField(StandardBody(), verbose_name=_("Inhalt"), blank=True)
    footer = models.CharField(
        _("Platz in der Fußzeile"), max_length=10, choices=Footer, default=Footer.NOWHERE, blank=True
    )

    parent_page_types = ["website.HomePage"]
    subpage_types: list[str] = []
    template = "website/standard.html"
    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]
    promote_panels = [FieldPanel("footer"), *Page.promote_panels]

    def cache_tags(self) -> list[str]:
        return [*super().cache_tags(), *(DRAWN[block.block_type] for block in self.body if block.block_type in DRAWN)]

    class Meta:
        verbose_name = _("Standardseite")
        verbose_name_plural = _("Standardseiten")
