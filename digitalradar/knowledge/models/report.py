"""The practice report: what a firm did and what came of it; what failed is told as openly as what worked."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.fields import RichTextField
from wagtail.models import Page

from ..blocks import PROSE
from .base import KnowledgePage
from .choices import Ending
from .guide import GuideLink


class PracticeReportPage(KnowledgePage):
    """A report by or about one firm, published with its consent."""

    company = models.CharField(
        _("Betrieb"), max_length=160, help_text=_("Branche und Größe; der Name nur mit Freigabe.")
    )
    ending = models.CharField(_("Ausgang"), max_length=20, choices=Ending)
    consent = models.CharField(
        _("Freigabe"), max_length=160, blank=True, help_text=_("Wer hat wann der Veröffentlichung zugestimmt?")
    )
    situation = RichTextField(_("Ausgangslage"), features=PROSE)
    approach = RichTextField(_("Was gemacht wurde"), features=PROSE)
    result = RichTextField(_("Was es gebracht hat"), features=PROSE)
    failures = RichTextField(_("Was nicht funktioniert hat"), features=PROSE)
    lessons = RichTextField(_("Was andere daraus lernen können"), features=PROSE)

    parent_page_types = ["knowledge.ReportIndexPage"]
    subpage_types: list[str] = []
    template = "knowledge/report.html"
    content_panels = [
        *Page.content_panels,
        FieldPanel("promise"),
        MultiFieldPanel([FieldPanel("company"), FieldPanel("ending"), FieldPanel("consent")], heading=_("Betrieb")),
        FieldPanel("situation"),
        FieldPanel("approach"),
        FieldPanel("result"),
        FieldPanel("failures"),
        FieldPanel("lessons"),
        InlinePanel("related", label=_("Leitfaden"), heading=_("Verwandte Leitfäden")),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Inhalt")),
            ObjectList(KnowledgePage.placement_panels, heading=_("Einordnung")),
            ObjectList(KnowledgePage.care_panels, heading=_("Pflege")),
            ObjectList(Page.promote_panels, heading=_("Adresse und Suche")),
            ObjectList(Page.settings_panels, heading=_("Zeitplan")),
        ]
    )

    class Meta:
        verbose_name = _("Praxisbericht")
        verbose_name_plural = _("Praxisberichte")


class ReportGuide(GuideLink):
    """A guide that fits the report."""

    page = ParentalKey(PracticeReportPage, on_delete=models.CASCADE, related_name="related")
