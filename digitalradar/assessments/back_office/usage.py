"""Screen „Nutzung der Checks“, and the same figures as a file."""

from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets.button import HeaderButton

from digitalradar.core.back_office.screen import Screen, ScreenViewSet
from digitalradar.core.back_office.tables import as_csv, as_xlsx

from ..queries.usage import first_month, usage
from ..usage import first_of_month
from .permissions import VIEW_USAGE
from .usage_form import UsageForm
from .usage_page import UsagePage, usage_page

NAME = "check_usage"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class UsageScreen(Screen):
    """How much a check is used in a period: ``?check=digital-check&von=2026-01&bis=2026-12``."""

    permission = VIEW_USAGE
    template_name = "assessments/back_office/usage.html"
    page_title = gettext_lazy("Nutzung der Checks")
    header_icon = "view"

    @cached_property
    def form(self) -> UsageForm:
        last = first_of_month(localdate())
        return UsageForm(self.request.GET, first=min(first_month() or last, last), last=last)

    @cached_property
    def page(self) -> UsagePage | None:
        if not self.form.is_valid():
            return None
        check = self.form.cleaned_data["check"]
        return usage_page(usage(check, self.form.period), check, self.form.period, localdate())

    def get_header_buttons(self) -> list[HeaderButton]:
        if self.page is None:
            return []
        query = self.request.GET.urlencode()
        names = {"table_csv": _("Als CSV laden"), "table_xlsx": _("Als XLSX laden")}
        return [
            HeaderButton(label, url=f"{reverse(f'{NAME}:{name}')}?{query}", icon_name="download")
            for name, label in names.items()
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"form": self.form, "page": self.page}


class UsageFile(UsageScreen):
    """Exactly what the screen shows, as CSV or (``is_workbook``) as XLSX."""

    is_workbook = False

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if self.page is None:
            return super().get(request, *args, **kwargs)
        make, ending, kind = (as_xlsx, "xlsx", XLSX) if self.is_workbook else (as_csv, "csv", "text/csv; charset=utf-8")
        response = HttpResponse(make(self._heading(), self.page.tables), content_type=kind)
        chosen = self.form.cleaned_data
        name = f"nutzung-{chosen['check']}-{chosen['von']}-{chosen['bis']}.{ending}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    def _heading(self) -> list[str]:
        period = self.form.period
        months = {"first": date_format(period.first, "F Y"), "last": date_format(period.last, "F Y")}
        return [
            f"{_('Nutzung der Checks')}: {self.form.check_title}",
            _("%(first)s bis %(last)s") % months,
            _("Stand %(date)s. Ein Durchlauf ist kein Betrieb; Testläufe der Redaktion zählen nicht.")
            % {"date": date_format(localdate(), "SHORT_DATE_FORMAT")},
            *self.page.summary,
        ]


class UsageViewSet(ScreenViewSet):
    """Addresses and menu entry."""

    name = NAME
    url_prefix = "checks/nutzung"
    menu_label = gettext_lazy("Nutzung der Checks")
    icon = "view"
    menu_order = 30
    permission = VIEW_USAGE

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", UsageScreen.as_view(), name="index"),
            path("tabelle.csv", UsageFile.as_view(), name="table_csv"),
            path("tabelle.xlsx", UsageFile.as_view(is_workbook=True), name="table_xlsx"),
        ]
