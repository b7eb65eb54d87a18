"""The three shelves of the library; each is one page per language below the start page."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from digitalradar.core.translated_page import TranslatedPageMixin


class IndexPage(TranslatedPageMixin, Page):
    """A shelf: its introduction is edited, its list follows from the pages below it."""

    intro = models.TextField(_("Einleitung"), max_length=300, blank=True)

    parent_page_types = ["website.HomePage"]
    max_count_per_parent = 1
    template = "knowledge/list.html"
    content_panels = [*Page.content_panels, FieldPanel("intro")]

    class Meta:
        abstract = True


class GuideIndexPage(IndexPage):
    """All guides, below ``/leitfaeden/``."""

    subpage_types = ["knowledge.GuidePage"]

    class Meta:
        verbose_name = _("Übersicht der Leitfäden")


class TechnologyIndexPage(IndexPage):
    """All technology profiles, below ``/technologien/``."""

    subpage_types = ["knowledge.TechnologyPage"]

    class Meta:
        verbose_name = _("Übersicht der Technologieprofile")


class ReportIndexPage(IndexPage):
    """All practice reports, below ``/praxis/``."""

    subpage_types = ["knowledge.PracticeReportPage"]

    class Meta:
        verbose_name = _("Übersicht der Praxisberichte")
