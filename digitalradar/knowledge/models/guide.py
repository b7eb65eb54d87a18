"""The guide: sections are fields, in the order in which all guides show them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, PageChooserPanel, TabbedInterface
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, Page

from ..blocks import PROSE, BalanceStream, DeadlineStream, SentenceStream, SourceStream, StepStream
from ..rules.cycles import cycle_from
from .base import KnowledgePage
from .terms import GlossaryTerm

CYCLE = _("Die Voraussetzungen laufen im Kreis: %(path)s.")


class GuidePage(KnowledgePage):
    """A practical guide; measures of the checks lead to it by ``identifier``."""

    for_whom = RichTextField(_("Für wen"), features=PROSE)
    not_for_whom = RichTextField(_("Nicht für wen"), features=PROSE)
    essentials = StreamField(SentenceStream(max_num=5), verbose_name=_("Das Wichtigste in Kürze"))
    requirements = RichTextField(_("Voraussetzungen und Aufwand"), features=PROSE)
    example = RichTextField(
        _("Ein Beispiel aus dem Betriebsalltag"),
        features=PROSE,
        help_text=_("Erkennbar ausgedacht, mit „Angenommen, …“; kein einzelner Betrieb."),
    )
    steps = StreamField(StepStream(max_num=8), verbose_name=_("Vorgehen in Schritten"))
    involvement = RichTextField(_("Beschäftigte beteiligen"), features=PROSE)
    balance = StreamField(BalanceStream(max_num=6), verbose_name=_("Chancen und Risiken"))
    law = RichTextField(
        _("Recht und Fristen"), features=PROSE, help_text=_("Nur aus der Faktenbasis, mit Kennung: [F-SEC-06].")
    )
    deadlines = StreamField(DeadlineStream(max_num=8), verbose_name=_("Fristen mit Datum"), blank=True)
    as_of = models.DateField(_("Rechtsstand"))
    costs = RichTextField(_("Kosten, Förderung und Alternativen"), features=PROSE)
    measure_of_success = RichTextField(_("Messgröße"), features=PROSE)
    stop_point = RichTextField(_("Haltepunkt"), features=PROSE)
    mistakes = StreamField(SentenceStream(max_num=8), verbose_name=_("Typische Fehler"))
    next_steps = RichTextField(_("Nächste Schritte"), features=PROSE)
    terms = ParentalManyToManyField(GlossaryTerm, blank=True, related_name="+", verbose_name=_("Begriffe"))
    sources = StreamField(SourceStream(), verbose_name=_("Weitere Quellen"), blank=True)

    parent_page_types = ["knowledge.GuideIndexPage"]
    subpage_types: list[str] = []
    template = "knowledge/guide.html"
    content_panels = [
        *Page.content_panels,
        FieldPanel("promise"),
        MultiFieldPanel([FieldPanel("for_whom"), FieldPanel("not_for_whom")], heading=_("Worum es geht und für wen")),
        FieldPanel("essentials"),
        MultiFieldPanel(
            [
                FieldPanel("requirements"),
                InlinePanel(
                    "prerequisites", label=_("Leitfaden vorher"), heading=_("Leitfäden, die vorher nötig sind")
                ),
            ],
            heading=_("Voraussetzungen und Aufwand"),
        ),
        FieldPanel("example"),
        FieldPanel("steps"),
        FieldPanel("involvement"),
        FieldPanel("balance"),
        MultiFieldPanel(
            [FieldPanel("law"), FieldPanel("deadlines"), FieldPanel("as_of")], heading=_("Recht und Fristen")
        ),
        FieldPanel("costs"),
        MultiFieldPanel(
            [FieldPanel("measure_of_success"), FieldPanel("stop_point")], heading=_("Woran Sie Erfolg erkennen")
        ),
        FieldPanel("mistakes"),
        MultiFieldPanel(
            [FieldPanel("next_steps"), InlinePanel("related", label=_("Leitfaden"), heading=_("Verwandte Leitfäden"))],
            heading=_("Nächste Schritte und verwandte Leitfäden"),
        ),
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
        verbose_name = _("Leitfaden")
        verbose_name_plural = _("Leitfäden")

    def clean(self) -> None:
        super().clean()
        targets = [prerequisite.target_id for prerequisite in self.prerequisites.all()]
        if self.pk and (path := cycle_from(self.pk, targets, _all_prerequisites())):
            titles = dict(GuidePage.objects.filter(pk__in=path).values_list("pk", "title"))
            raise ValidationError(CYCLE, params={"path": " → ".join(titles[pk] for pk in path)})


class GuideLink(Orderable):
    """A guide that another page points to."""

    target = models.ForeignKey(GuidePage, models.CASCADE, related_name="+", verbose_name=_("Leitfaden"))

    panels = [PageChooserPanel("target")]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.target.title


class Prerequisite(GuideLink):
    """A guide whose result is needed first, and why; chains never close to a circle (:mod:`rules.cycles`)."""

    page = ParentalKey(GuidePage, on_delete=models.CASCADE, related_name="prerequisites")
    reason = models.CharField(_("Warum vorher"), max_length=300)

    panels = [PageChooserPanel("target"), FieldPanel("reason")]


class RelatedGuide(GuideLink):
    """A guide next door."""

    page = ParentalKey(GuidePage, on_delete=models.CASCADE, related_name="related")


def _all_prerequisites() -> list[tuple[int, int]]:
    return list(Prerequisite.objects.values_list("page_id", "target_id"))
