"""Screens „Gesperrte Adressen“: the list, and lifting one."""

from functools import cached_property
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import DateColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log

from digitalradar.core.back_office.screen import Screen

from ..models import Suppression
from .permissions import LIFT_SUPPRESSIONS

NAME = "mail_suppressions"
ACTION = "mail.suppression.lifted"


class SuppressionIndex(IndexView):
    """The newest first; each leads to the question whether it should be lifted, for those who may."""

    def get_edit_url(self, instance: Suppression) -> str | None:
        if self.request.user.has_perm(LIFT_SUPPRESSIONS):
            return reverse(f"{NAME}:lift", args=[instance.pk])
        return None

    def get_list_more_buttons(self, instance: Suppression) -> list[Any]:
        address = self.get_edit_url(instance)
        return [MenuItem(_("Sperre aufheben"), url=address, icon_name="rotate", priority=10)] if address else []


class LiftScreen(Screen):
    """Says what follows; a post does it."""

    permission = LIFT_SUPPRESSIONS
    template_name = "mail/back_office/lift.html"
    page_title = gettext_lazy("Sperre aufheben")
    header_icon = "rotate"

    @cached_property
    def suppression(self) -> Suppression:
        return get_object_or_404(Suppression, pk=self.kwargs["pk"])

    def get_parents(self) -> list[dict[str, str]]:
        return [{"url": reverse(f"{NAME}:index"), "label": _("Gesperrte Adressen")}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"suppression": self.suppression}

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        address = self.suppression.address
        log(instance=self.suppression, action=ACTION, user=request.user)
        self.suppression.delete()
        messages.success(request, _("An %(address)s wird wieder geschrieben.") % {"address": address})
        return redirect(f"{NAME}:index")


class SuppressionViewSet(ModelViewSet):
    """Addresses, columns and menu entry."""

    model = Suppression
    name = NAME
    url_prefix = "nachrichten/gesperrt"
    icon = "warning"
    menu_label = gettext_lazy("Gesperrte Adressen")
    menu_order = 20
    add_to_reference_index = False
    index_view_class = SuppressionIndex
    list_display = [
        "address",
        "reason",
        "detail",
        DateColumn("created_at", label=gettext_lazy("gesperrt"), sort_key="created_at"),
    ]
    list_filter = ["reason"]
    search_fields = ["address"]
    search_backend_name = None

    def get_permissions_to_register(self) -> QuerySet[Permission]:
        """The list is all there is to view, so the permission is offered without an inspect view."""
        return Permission.objects.filter(content_type__app_label="mail", content_type__model="suppression")

    def register_admin_url_finder(self) -> None:
        """There is nothing to edit, so nothing leads to an edit view."""

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/aufheben/", LiftScreen.as_view(), name="lift"),
        ]
