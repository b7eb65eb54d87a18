"""What all pages of the library share: where they stand in it and who keeps them."""

from copy import copy
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import CheckboxSelectMultiple, Select
from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page

from digitalradar.core.page_cache import remember_found
from digitalradar.core.translated_page import TranslatedPageMixin
from digitalradar.topics.models import Dimension, Sector, TopicField

from .choices import CostClass, Size, Stage
from .fields import ChoicesField
from .review import Review
from .wording import wording

# Numbers that have a lower and an upper end, the lower one first.
RANGES = (("stage_from", "stage_to"), ("hours_min", "hours_max"), ("weeks_min", "weeks_max"))


@remember_found(lambda page: page.parts.tags)
def _read(kind: type["KnowledgePage"], pk: int) -> "KnowledgePage":
    """Return a published page with its stored parts. Raises ``DoesNotExist``."""
    from ..presentation.rendered import store, stored
    from .references import text_fields

    pages = kind._default_manager.defer(*text_fields(kind)).select_related("locale", "topic_field", "rendered")
    page = pages.get(pk=pk, live=True)
    page.parts = stored(page)
    if page.parts is None:
        page = kind._default_manager.select_related("locale").get(pk=pk, live=True)
        page.parts = store(page)
    return page


class KnowledgePage(TranslatedPageMixin, Page):
    """A page of the library.

    ``identifier`` is the name that never changes: measures of the checks, files below ``content/`` and the API know
    a page by it, whatever its address becomes.
    """

    identifier = models.SlugField(
        _("Kennung"),
        max_length=80,
        blank=True,
        db_index=True,
        help_text=_("Bleibt, auch wenn sich Titel und Adresse ändern. Leer: wie die Adresse."),
    )
    promise = models.CharField(
        _("Nutzenversprechen"), max_length=220, help_text=_("Ein Satz: Was hat der Betrieb davon?")
    )
    topic_field = models.ForeignKey(TopicField, models.PROTECT, related_name="+", verbose_name=_("Themenfeld"))
    dimension = models.ForeignKey(Dimension, models.PROTECT, related_name="+", verbose_name=_("Thema des Checks"))
    stage_from = models.PositiveSmallIntegerField(_("Reifegrad von"), choices=Stage, default=1)
    stage_to = models.PositiveSmallIntegerField(_("Reifegrad bis"), choices=Stage, default=5)
    sectors = ParentalManyToManyField(Sector, blank=True, related_name="+", verbose_name=_("Branchen"))
    sizes = ChoicesField(_("Betriebsgrößen"), choices_class=Size)
    hours_min = models.PositiveSmallIntegerField(_("Stunden von"), null=True, blank=True)
    hours_max = models.PositiveSmallIntegerField(_("Stunden bis"), null=True, blank=True)
    weeks_min = models.PositiveSmallIntegerField(_("Wochen von"), null=True, blank=True)
    weeks_max = models.PositiveSmallIntegerField(_("Wochen bis"), null=True, blank=True)
    cost_class = models.CharField(_("externe Kosten"), max_length=2, choices=CostClass, blank=True)
    keywords = models.TextField(
        _("Suchwörter"), max_length=1000, blank=True, help_text=_("Je Zeile ein Wort, das Betriebe benutzen würden.")
    )
    picture = models.ForeignKey(
        "wagtailimages.Image", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Bild")
    )
    picture_alt = models.CharField(_("Was auf dem Bild zu sehen ist"), max_length=200, blank=True)
    picture_rights = models.CharField(_("Bildrechte"), max_length=160, blank=True)
    author = models.CharField(_("Verfasst von"), max_length=120, blank=True)
    version = models.CharField(_("Fassung"), max_length=20, blank=True)
    published_on = models.DateField(_("veröffentlicht am"), default=localdate)
    reviewed_by = models.CharField(_("Fachlich geprüft von"), max_length=160, blank=True)
    reviewed_on = models.DateField(_("fachlich geprüft am"), null=True, blank=True)
    reviewed_version = models.CharField(_("geprüfte Fassung"), max_length=20, blank=True)
    next_review = models.DateField(_("nächste Prüfung"), null=True, blank=True, db_index=True)
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Zuständig"),
        help_text=_("Wird an die nächste Prüfung erinnert. Leer: alle in der Gruppe „Redaktion“."),
    )
    change_note = models.CharField(
        _("Was ist neu?"),
        max_length=200,
        blank=True,
        help_text=_("Ein Satz für die Leserinnen und Leser; steht bei den Fassungen."),
    )
    is_example = models.BooleanField(_("Beispieldaten"), default=False)

    placement_panels = [
        MultiFieldPanel(
            [FieldPanel("topic_field", widget=Select), FieldPanel("dimension", widget=Select)], heading=_("Thema")
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("stage_from"), FieldPanel("stage_to")]),
                FieldPanel("sectors", widget=CheckboxSelectMultiple),
                FieldPanel("sizes"),
            ],
            heading=_("Für welche Betriebe"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("hours_min"), FieldPanel("hours_max")]),
                FieldRowPanel([FieldPanel("weeks_min"), FieldPanel("weeks_max")]),
                FieldPanel("cost_class"),
            ],
            heading=_("Aufwand (Richtwerte)"),
        ),
        FieldPanel("keywords"),
    ]
    care_panels = [
        MultiFieldPanel(
            [
                FieldPanel("author"),
                FieldPanel("version", read_only=True),
                FieldPanel("change_note"),
                FieldPanel("published_on", read_only=True),
            ],
            heading=_("Stand"),
        ),
        MultiFieldPanel([FieldPanel("next_review"), FieldPanel("responsible")], heading=_("Pflege")),
        MultiFieldPanel(
            [
                FieldPanel("reviewed_by", read_only=True),
                FieldPanel("reviewed_on", read_only=True),
                FieldPanel("reviewed_version", read_only=True),
            ],
            heading=_("Fachprüfung"),
            help_text=_("Wird gesetzt, wenn die Fachprüfung zustimmt."),
        ),
        MultiFieldPanel(
            [FieldPanel("picture"), FieldPanel("picture_alt"), FieldPanel("picture_rights")], heading=_("Bild")
        ),
        FieldPanel("identifier"),
    ]

    class Meta:
        abstract = True

    parts: Any = None  # what is stored of a page that was read for its readers

    @classmethod
    def to_read(cls, pk: int) -> Self:
        """Return a published page with its stored parts, without the texts that these are made of.

        If there are none, or they are out of date, they are made and kept.
        """
        return copy(_read(cls, pk))  # a copy of its own: whoever shows the page may note something on it

    def cache_tags(self) -> list[str]:
        """Return what the stored parts show, the people to ask, and what panels beside them name."""
        from ..presentation.page import tags_around
        from ..presentation.rendered import article_tags

        return [*(self.parts.tags if self.parts else article_tags(self)), *tags_around(self)]

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        from ..presentation.page import page_context  # presentation builds on the models

        return super().get_context(request, *args, **kwargs) | page_context(self, request)

    def clean(self) -> None:
        super().clean()
        self.identifier = self.identifier or self.slug
        for low, high in RANGES:
            start, end = getattr(self, low), getattr(self, high)
            if start is not None and end is not None and start > end:
                raise ValidationError({high: _("Der obere Wert ist kleiner als der untere.")})
        if self.picture and not (self.picture_alt and self.picture_rights):
            raise ValidationError(
                {"picture_alt": _("Ein Bild braucht eine Beschreibung und eine Angabe zu den Rechten.")}
            )
        if self._same_identifier().exists():
            raise ValidationError({"identifier": _("Diese Kennung hat schon eine andere Seite.")})

    def with_content_json(self, content: dict) -> "KnowledgePage":
        """Return the page of a revision. It claims the review that its own text had, whatever it claimed before."""
        page = super().with_content_json(content)
        page.claim_review()
        return page

    def claim_review(self) -> None:
        """Name the review that holds for this text, or none (:mod:`rules.wording`)."""
        review = Review.objects.of_text(self, wording(self))
        self.reviewed_by, self.reviewed_on, self.reviewed_version = (
            (review.reviewer, review.reviewed_on, review.version) if review else ("", None, "")
        )

    def _same_identifier(self) -> models.QuerySet:
        others = type(self).objects.filter(identifier=self.identifier, locale_id=self.locale_id)
        return others.exclude(pk=self.pk)

    @property
    def keyword_list(self) -> list[str]:
        return [line.strip() for line in self.keywords.splitlines() if line.strip()]

    @property
    def is_reviewed(self) -> bool:
        return self.reviewed_on is not None

    @property
    def is_overdue(self) -> bool:
        """Whether the next review should have happened by today."""
        return self.next_review is not None and self.next_review < localdate()
