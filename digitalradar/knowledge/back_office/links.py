"""Screen „Links“: links that lead nowhere inside the portal, and every address outside with the pages that name it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets.button import HeaderButton

from digitalradar.core.back_office import Screen, ScreenViewSet
from digitalradar.core.back_office.tables import FigureTable, Row, as_csv

from ..queries.links import links
from .permissions import SEE_WORK

NAME = "knowledge_links"


class LinksScreen(Screen):
    """Both lists."""

    permission = SEE_WORK
    template_name = "knowledge/back_office/links.html"
    page_title = gettext_lazy("Links")
    header_icon = "link"

    def get_header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("Adressen als CSV laden"), url=reverse(f"{NAME}:csv"), icon_name="download")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"links": links()}


class LinksFile(LinksScreen):
    """The addresses outside as CSV, for a link checker on another machine."""

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        rows = [Row(one.address, ["; ".join(place.title for place in one.places)]) for one in links().external]
        table = FigureTable("adressen", _("Adressen außerhalb"), [_("Adresse"), _("Steht in")], rows)
        response = HttpResponse(as_csv([str(self.page_title)], [table]), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="links-{localdate()}.csv"'
        return response


class LinksViewSet(ScreenViewSet):
    """Addresses and menu entry."""

    name = NAME
    url_prefix = "wissen/links"
    menu_label = gettext_lazy("Links")
    icon = "link"
    menu_order = 45
    permission = SEE_WORK

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", LinksScreen.as_view(), name="index"),
            path("adressen.csv", LinksFile.as_view(), name="csv"),
        ]
