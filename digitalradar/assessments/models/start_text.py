"""Words of the region on the page where a check begins, written and published in the back office."""

from urllib.parse import urljoin

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import resolve, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.fields import RichTextField
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin

OVERVIEW = ""  # in the place of a catalogue's id: the page that lists all checks
# Headings begin at the third level, because the text stands below one of the second.
FEATURES = ["h3", "bold", "italic", "ul", "ol", "link"]


class StartText(PreviewableMixin, DraftStateMixin, RevisionMixin, models.Model):
    """The introduction of one page in one language; where none is live the catalogue's own words stand."""

    class Language(models.TextChoices):
        GERMAN = "de", _("Deutsch")
        ENGLISH = "en", _("Englisch")

    catalogue = models.SlugField(_("Seite"), max_length=40, blank=True)
    language = models.CharField(_("Sprache"), max_length=2, choices=Language, default=Language.GERMAN)
    headline = models.CharField(
        _("Überschrift"), max_length=80, blank=True, help_text=_("Leer: der Name des Checks bleibt stehen.")
    )
    lead = models.TextField(_("Einleitung"), max_length=400, help_text=_("Ein oder zwei Sätze unter der Überschrift."))
    note = models.TextField(
        _("Hinweis"), max_length=400, blank=True, help_text=_("Steht in einem Kasten unter der Einleitung.")
    )
    good_to_know = RichTextField(
        _("Gut zu wissen"), features=FEATURES, max_length=2000, blank=True, help_text=_("Höchstens 2000 Zeichen.")
    )

    class Meta:
        verbose_name = _("Text einer Startseite")
        verbose_name_plural = _("Texte der Startseiten")
        ordering = ["catalogue", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["catalogue", "language"],
                name="start_text_once_per_page_and_language",
                violation_error_message=_("Für diese Seite gibt es in dieser Sprache schon einen Text."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.catalogue or _('Übersicht aller Checks')} ({self.get_language_display()})"

    @property
    def path(self) -> str:
        """Where the text is shown."""
        with override(self.language):
            if self.catalogue == OVERVIEW:
                return reverse("assessments:overview")
            return reverse("assessments:start", kwargs={"catalogue": self.catalogue})

    @property
    def full_url(self) -> str:
        """The address that a preview pretends to be asked for; it decides about the language."""
        return urljoin(settings.PUBLIC_URL, self.path)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Answer with the real page and this text in it. A preview is always a GET, so no run can begin."""
        request.start_text = self
        with override(self.language):
            found = resolve(self.path)
        return found.func(request, *found.args, **found.kwargs)
