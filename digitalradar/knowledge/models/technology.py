"""The technology profile: what a technique can do, how far it has come, and how to try it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from ..blocks import PROSE, SourceStream
from .base import KnowledgePage
from .choices import Ripeness
from .guide import GuideLink
from .terms import GlossaryTerm


class TechnologyPage(KnowledgePage):
    """A profile of one technology."""

    what_it_does = RichTextField(_("Was die Technik kann"), features=PROSE)
    ripeness = models.CharField(_("Reife der Technik"), max_length=20, choices=Ripeness)
    ripeness_text = RichTextField(_("Wie weit sie ist"), features=PROSE)
    who_benefits = RichTextField(_("Wem sie nützt"), features=PROSE)
    effort = RichTextField(_("Aufwand"), features=PROSE)
    risks = RichTextField(_("Risiken und Grenzen"), features=PROSE)
    first_trial = RichTextField(_("Ein erster Versuch"), features=PROSE)
    terms = ParentalManyToManyField(GlossaryTerm, blank=True, related_name="+", verbose_name=_("Begriffe"))
    sources = StreamField(SourceStream(), verbose_name=_("Quellen"), blank=True)

    parent_page_types = ["knowledge.TechnologyIndexPage"]
    subpage_types: list[str] = []
    template = "knowledge/technology.html"
    content_panels = [
        *Page.content_panels,
        FieldPanel("promise"),
        FieldPanel("what_it_does"),
        MultiFieldPanel([FieldPanel("ripeness"), FieldPanel("ripeness_text")], heading=_("Reife der Technik")),
        FieldPanel("who_benefits"),
        FieldPanel("effort"),
        FieldPanel("risks"),
        FieldPanel("first_trial"),
        InlinePanel("related", label=_("Leitfaden"), heading=_("Verwandte Leitfäden")),
        MultiFieldPanel([FieldPanel("terms"), FieldPanel("sources")], heading=_("Begriffe und Quellen")),
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
        verbose_name = _("Technologieprofil")
        verbose_name_plural = _("Technologieprofile")


class TechnologyGuide(GuideLink):
    """A guide that helps with the technology."""

    page = ParentalKey(TechnologyPage, on_delete=models.CASCADE, related_name="related")
