"""„Woran hakt es?“: the short way from a problem in everyday work to three guides, for visitors without a result."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from digitalradar.assessments.cache_tags import CHECKS
from digitalradar.core.navigation import set_translated_urls
from digitalradar.core.page_cache import CONTACTS, kind_tag
from digitalradar.core.translated_page import TranslatedPageMixin
from digitalradar.knowledge.models import GuidePage

from ..blocks import ProblemStream
from ..trouble import Place, find_place, trouble_content


class TroublePage(TranslatedPageMixin, Page):
    """One per language. Below it lie an address for each theme and one for each problem; nothing is stored."""

    intro = models.TextField(_("Einleitung"), max_length=300)
    problems = StreamField(ProblemStream(), verbose_name=_("Probleme"))

    parent_page_types = ["website.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    template = "website/trouble.html"
    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("problems")]

    class Meta:
        verbose_name = _("Seite „Woran hakt es?“")
        verbose_name_plural = _("Seiten „Woran hakt es?“")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        if self.live and path_components and (place := find_place(self, path_components)):
            return RouteResult(self, kwargs={"place": place})
        return super().route(request, path_components)

    def get_context(self, request: HttpRequest, place: Place | None = None, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, **kwargs)
        if place:
            set_translated_urls(request, self._urls_of(place))
        return context | trouble_content(self, place or Place(), request)

    def cache_tags(self) -> list[str]:
        return [*super().cache_tags(), kind_tag(GuidePage), CHECKS, CONTACTS]

    def _urls_of(self, place: Place) -> dict[str, str]:
        """Return the addresses of the same place in the translations; of the whole page where it is not there."""
        pages = self.get_translations(inclusive=True).live().select_related("locale")
        return {
            page.locale.language_code: page.get_url() + (place.path if find_place(page, place.components) else "")
            for page in pages
        }
