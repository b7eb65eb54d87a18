"""Screen „Statistik“: every public page of the library in one table, and the same as a file."""

from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets.button import HeaderButton

from digitalradar.core.back_office import Screen, ScreenViewSet
from digitalradar.core.back_office.tables import FigureTable, Row, as_csv

from ..queries.care import public_pages
from ..queries.figures import PageFigures, figures
from .permissions import SEE_WORK

NAME = "knowledge_statistics"


class StatisticsScreen(Screen):
    """The most opened pages first."""

    permission = SEE_WORK
    template_name = "knowledge/back_office/statistics.html"
    page_title = gettext_lazy("Statistik der Leitfäden")
    header_icon = "view"

    @cached_property
    def rows(self) -> list[PageFigures]:
        return figures(public_pages())

    def get_header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("Als CSV laden"), url=reverse(f"{NAME}:csv"), icon_name="download")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"rows": self.rows, "notes": notes()}


class StatisticsFile(StatisticsScreen):
    """The same figures as CSV."""

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        today = localdate()
        heading = [str(self.page_title), _("Stand %(date)s") % {"date": date_format(today, "SHORT_DATE_FORMAT")}]
        table = FigureTable("seiten", _("Seiten"), head(), [Row(row.page.title, _cells(row)) for row in self.rows])
        response = HttpResponse(as_csv([*heading, *notes()], [table]), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="leitfaeden-{today}.csv"'
        return response


def head() -> list[str]:
    """Return the names of the columns."""
    return [
        _("Titel"),
        _("Kennung"),
        _("Sprache"),
        _("Fassung"),
        _("Geöffnet, 30 Tage"),
        _("Geöffnet, 12 Monate"),
        _("Hilfreich"),
        _("Nicht hilfreich"),
        _("Kommentare"),
        _("Über die Suche gekommen"),
        _("Geänderte Fakten"),
        _("Fachlich geprüft am"),
        _("Nächste Prüfung"),
        _("Zuständig"),
    ]


def notes() -> list[str]:
    """Return what has to be known about the figures."""
    return [
        _("„Geöffnet“ zählt Aufrufe, keine Personen: Wer zweimal kommt, zählt zweimal. Programme zählen nicht."),
        _("Gezählt wird ohne Cookie und ohne Adresse. Suchen zählen ab dem zweiten Mal."),
    ]


def _cells(row: PageFigures) -> list[int | str]:
    page = row.page
    return [
        page.identifier,
        page.locale.language_code,
        page.version,
        row.opened_recently,
        row.opened_in_a_year,
        row.helpful,
        row.not_helpful,
        row.comments,
        row.searches,
        ", ".join(row.changed_facts),
        page.reviewed_on.isoformat() if page.reviewed_on else "",
        page.next_review.isoformat() if page.next_review else "",
        str(page.responsible or ""),
    ]


class StatisticsViewSet(ScreenViewSet):
    """Addresses and menu entry."""

    name = NAME
    url_prefix = "wissen/statistik"
    menu_label = gettext_lazy("Statistik")
    icon = "view"
    menu_order = 40
    permission = SEE_WORK

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", StatisticsScreen.as_view(), name="index"),
            path("tabelle.csv", StatisticsFile.as_view(), name="csv"),
        ]
