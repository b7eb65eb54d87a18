"""Screen „Geänderte Fakten“: which pages say something that has changed since they were published."""

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from digitalradar.core.back_office import Screen, ScreenViewSet

from ..models import FactUse
from ..services.derived import note_as_seen
from .permissions import SEE_WORK


class FactReportScreen(Screen):
    """Facts that have changed, each with its pages; whoever finds a text still right says so here."""

    permission = SEE_WORK
    template_name = "knowledge/back_office/fact_report.html"
    page_title = gettext_lazy("Geänderte Fakten")
    header_icon = "list-ul"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        uses = FactUse.objects.select_related("fact", "page").order_by("fact__order", "fact_id", "page__title")
        outdated = [use for use in uses if use.seen != use.fact.digest]
        groups = [(fact, list(found)) for fact, found in groupby(outdated, key=lambda use: use.fact)]
        return super().get_context_data(**kwargs) | {"groups": groups}

    def post(self, request: HttpRequest, **kwargs: object) -> HttpResponse:
        sent = request.POST.get("use", "")
        number = int(sent) if sent.isascii() and sent.isdecimal() and len(sent) < 18 else 0
        use = get_object_or_404(FactUse.objects.select_related("fact", "page"), pk=number)
        if not use.page.permissions_for_user(request.user).can_edit():
            messages.error(request, _("Diese Seite dürfen Sie nicht bearbeiten."))
            return redirect(request.path)
        if note_as_seen(use, digest=request.POST.get("digest", "")):
            messages.success(request, _("Notiert: „%(title)s“ stimmt noch.") % {"title": use.page.title})
        else:
            messages.error(request, _("Der Fakt hat sich inzwischen noch einmal geändert. Bitte lesen Sie ihn neu."))
        return redirect(request.path)


class FactReportViewSet(ScreenViewSet):
    """Address and menu entry."""

    name = "knowledge_fact_report"
    url_prefix = "wissen/geaenderte-fakten"
    menu_label = gettext_lazy("Geänderte Fakten")
    icon = "list-ul"
    menu_order = 22
    permission = SEE_WORK

    def get_urlpatterns(self) -> list[Any]:
        return [path("", FactReportScreen.as_view(), name="index")]
