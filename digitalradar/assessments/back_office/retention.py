"""Screen „Aufbewahrung“: what is stored, why, how long, and whether the deletion runs."""

from typing import Any

from django.urls import path
from django.utils.translation import gettext_lazy as _

from digitalradar.core import retention
from digitalradar.core.back_office.screen import Screen, ScreenViewSet
from digitalradar.core.job_runs import job_states

from .permissions import VIEW_RETENTION


class RetentionScreen(Screen):
    """Only figures: how many rows of each kind there are, never whose."""

    permission = VIEW_RETENTION
    template_name = "assessments/back_office/retention.html"
    page_title = _("Aufbewahrung")
    header_icon = "time"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kinds = [{"kind": kind, "clock": kind.clock(), "figures": kind.figures()} for kind in retention.kinds()]
        own = {"kinds": kinds, "jobs": job_states(), "days": retention.SOON.days}
        return super().get_context_data(**kwargs) | own


class RetentionViewSet(ScreenViewSet):
    """Address and menu entry."""

    name = "check_retention"
    url_prefix = "checks/aufbewahrung"
    menu_label = _("Aufbewahrung")
    icon = "time"
    menu_order = 60
    permission = VIEW_RETENTION

    def get_urlpatterns(self) -> list[Any]:
        return [path("", RetentionScreen.as_view(), name="index")]
