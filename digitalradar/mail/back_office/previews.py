"""Screens „Vorschau“: every kind of message with example data, in each language."""

from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View

from digitalradar.core.back_office.screen import PermissionRequired, Screen, ScreenViewSet

from ..previews import Preview, find, previews
from ..rendering import Rendered, render
from .html_frame import framed
from .permissions import VIEW_MESSAGES

NAME = "mail_previews"


def asked_for(kind: str, language: str) -> tuple[Preview, Rendered]:
    """Return a kind with its example in a language; raise 404 for what does not exist."""
    preview = find(kind)
    if preview is None or language not in dict(settings.LANGUAGES):
        raise Http404
    return preview, render(preview.template, preview.example(), language)


class PreviewList(Screen):
    """All kinds that apps have registered."""

    permission = VIEW_MESSAGES
    template_name = "mail/back_office/previews.html"
    page_title = gettext_lazy("Vorschau")
    header_icon = "view"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"previews": previews(), "languages": settings.LANGUAGES}


class PreviewScreen(Screen):
    """One kind in one language."""

    permission = VIEW_MESSAGES
    template_name = "mail/back_office/preview.html"
    header_icon = "view"

    @cached_property
    def example(self) -> tuple[Preview, Rendered]:
        return asked_for(self.kwargs["kind"], self.kwargs["language"])

    def get_page_title(self) -> str:
        return str(self.example[0].label)

    def get_parents(self) -> list[dict[str, str]]:
        return [{"url": reverse(f"{NAME}:index"), "label": _("Vorschau")}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        preview, rendered = self.example
        own = {"preview": preview, "rendered": rendered, "asked": self.kwargs["language"]}
        return super().get_context_data(**kwargs) | own | {"languages": settings.LANGUAGES}


class PreviewHtml(PermissionRequired, View):
    """The HTML of an example."""

    permission = VIEW_MESSAGES

    def get(self, request: HttpRequest, kind: str, language: str) -> HttpResponse:
        return framed(asked_for(kind, language)[1].html)


class PreviewViewSet(ScreenViewSet):
    """Addresses and menu entry."""

    name = NAME
    url_prefix = "nachrichten/vorschau"
    menu_label = gettext_lazy("Vorschau")
    icon = "view"
    menu_order = 30
    permission = VIEW_MESSAGES

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", PreviewList.as_view(), name="index"),
            path("<str:kind>/<str:language>/", PreviewScreen.as_view(), name="preview"),
            path("<str:kind>/<str:language>/html/", PreviewHtml.as_view(), name="html"),
        ]
