"""The start page: its texts are edited, its facts come from the loaded catalogues."""

from datetime import datetime

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, Page

from digitalradar.assessments.cache_tags import CHECKS
from digitalradar.core.page_cache import CONTACTS, kind_tag
from digitalradar.core.translated_page import TranslatedPageMixin
from digitalradar.events.cache_tags import EVENTS
from digitalradar.events.queries.calendar import next_turn
from digitalradar.knowledge.models import GuidePage
from digitalradar.topics.models import Dimension

from ..guide_select import GuideSelect
from ..home import home_content
from .trouble import TroublePage


class HomePage(TranslatedPageMixin, Page):
    """One per language, directly below the root."""

    audience = models.CharField(_("Für wen"), max_length=80, blank=True)
    question = models.CharField(_("Leitfrage"), max_length=60, help_text=_("Die große Überschrift."))
    lead = models.TextField(_("Einleitung"), max_length=300)
    sentences_title = models.CharField(_("Überschrift"), max_length=80, blank=True)
    sentences_intro = models.CharField(_("Satz darunter"), max_length=160, blank=True)
    asks_title = models.CharField(_("Überschrift der Beispielfrage"), max_length=80)
    asks_intro = models.CharField(_("Satz darunter"), max_length=160, blank=True)
    sample_question = models.CharField(
        _("Beispielfrage"),
        max_length=80,
        default="sicherheit.notfall",
        help_text=_("Kennung einer Frage aus dem Digital-Check. Gibt es sie nicht, fehlt der Abschnitt."),
    )
    answers_title = models.CharField(_("Überschrift der Beispielantwort"), max_length=80)
    answers_intro = models.CharField(_("Satz darunter"), max_length=160, blank=True)
    sample_measure = models.CharField(
        _("Beispielmaßnahme"),
        max_length=80,
        default="it-notfallplan",
        help_text=_("Kennung einer Maßnahme aus dem Digital-Check. Gibt es sie nicht, fehlt der Abschnitt."),
    )
    instruments_title = models.CharField(_("Überschrift der anderen Checks"), max_length=80)
    instruments_intro = models.CharField(_("Satz darunter"), max_length=160, blank=True)
    talk_title = models.CharField(_("Überschrift der Ansprechpersonen"), max_length=80)
    gains_title = models.CharField(_("Überschrift"), max_length=80, blank=True)
    gains_intro = models.CharField(_("Satz darunter"), max_length=160, blank=True)

    parent_page_types = ["wagtailcore.Page"]
    template = "website/home.html"
    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("audience"),
                FieldPanel("question"),
                FieldPanel("lead"),
                InlinePanel("points", label=_("Punkt"), heading=_("Punkte unter den Schaltflächen"), max_num=4),
            ],
            heading=_("Oben"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("sentences_title"),
                FieldPanel("sentences_intro"),
                InlinePanel("sentences", label=_("Satz"), heading=_("Sätze"), max_num=12),
            ],
            heading=_("Sätze aus dem Alltag"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("asks_title"),
                FieldPanel("asks_intro"),
                FieldPanel("sample_question"),
                FieldPanel("answers_title"),
                FieldPanel("answers_intro"),
                FieldPanel("sample_measure"),
            ],
            heading=_("Beispiel aus dem Check"),
        ),
        MultiFieldPanel(
            [FieldPanel("instruments_title"), FieldPanel("instruments_intro"), FieldPanel("talk_title")],
            heading=_("Andere Checks und Ansprechpersonen"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("gains_title"),
                FieldPanel("gains_intro"),
                InlinePanel("gains", label=_("Nutzen"), heading=_("Was der Check bringt"), max_num=4),
            ],
            heading=_("Was der Check bringt"),
        ),
    ]

    class Meta:
        verbose_name = _("Startseite")
        verbose_name_plural = _("Startseiten")

    def cache_tags(self) -> list[str]:
        return [*super().cache_tags(), kind_tag(GuidePage), kind_tag(TroublePage), CHECKS, CONTACTS, EVENTS]

    def cache_until(self) -> datetime | None:
        """Return when the list of next dates changes by itself: one begins, ends or appears."""
        return next_turn()

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        return super().get_context(request, *args, **kwargs) | {"home": home_content(self, request)}


class HomePoint(Orderable):
    """A short fact below the two buttons."""

    class Icon(models.TextChoices):
        BOOKMARK = "bookmark", _("Lesezeichen")
        LOCK = "lock", _("Schloss")
        CLOCK = "clock", _("Uhr")

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="points")
    icon = models.CharField(_("Zeichen"), max_length=20, choices=Icon, default=Icon.BOOKMARK)
    text = models.CharField(_("Text"), max_length=80)

    class Meta(Orderable.Meta):
        verbose_name = _("Punkt")
        verbose_name_plural = _("Punkte")

    def __str__(self) -> str:
        return self.text


class HomeSentence(Orderable):
    """Something people in firms say; it leads to a guide, or into the theme it belongs to."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="sentences")
    sentence = models.CharField(_("Satz"), max_length=120, help_text=_("Ohne Anführungszeichen."))
    dimension = models.ForeignKey(Dimension, models.CASCADE, related_name="+", verbose_name=_("Thema"))
    # By its identifier: one sentence serves guides that are loaded later, renamed, or translated.
    guide = models.SlugField(
        _("Leitfaden"),
        max_length=80,
        blank=True,
        help_text=_("Ohne Leitfaden führt der Satz in den Digital-Check, zu seinem Thema."),
    )

    panels = [FieldPanel("sentence"), FieldPanel("dimension"), FieldPanel("guide", widget=GuideSelect)]

    class Meta(Orderable.Meta):
        verbose_name = _("Satz")
        verbose_name_plural = _("Sätze")

    def __str__(self) -> str:
        return self.sentence


class HomeGain(Orderable):
    """One thing a firm takes away from the check."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="gains")
    title = models.CharField(_("Überschrift"), max_length=40)
    text = models.CharField(_("Text"), max_length=160)

    class Meta(Orderable.Meta):
        verbose_name = _("Nutzen")
        verbose_name_plural = _("Nutzen")

    def __str__(self) -> str:
        return self.title
