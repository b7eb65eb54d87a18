"""Screens „Wochenplan“ and „Kalender“: what is due, what is planned, and who looks after it."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.urls import path
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from digitalradar.core.back_office import Screen, ScreenViewSet

from ..queries.care import Entry, entries, in_work, public_pages, week_of
from .permissions import SEE_WORK

MONTHS = 12


class WeekScreen(Screen):
    """Overdue reviews, this week, next week, and what waits in the workflow."""

    permission = SEE_WORK
    template_name = "knowledge/back_office/week.html"
    page_title = _("Wochenplan")
    header_icon = "calendar-check"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = localdate()
        monday, sunday = week_of(today)
        found = entries(public_pages())
        weeks = [
            {"title": _("Diese Woche"), "first": monday, "last": sunday, "entries": _between(found, today, sunday)},
            {
                "title": _("Nächste Woche"),
                "first": monday + timedelta(days=7),
                "last": sunday + timedelta(days=7),
                "entries": _between(found, sunday + timedelta(days=1), sunday + timedelta(days=7)),
            },
        ]
        overdue = [entry for entry in found if entry.day < today and not entry.is_publication]
        own = {"overdue": overdue, "weeks": weeks, "in_work": in_work()}
        return super().get_context_data(**kwargs) | own


class CalendarScreen(Screen):
    """Next reviews and planned publications of the coming twelve months."""

    permission = SEE_WORK
    template_name = "knowledge/back_office/calendar.html"
    page_title = _("Kalender")
    header_icon = "calendar"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = localdate()
        found = entries(public_pages())
        months = [(month, _in_month(found, month)) for month in months_from(today)]
        later = [entry for entry in found if entry.day >= _next_month(months[-1][0])]
        return super().get_context_data(**kwargs) | {"months": months, "later": len(later)}


def months_from(day: date, count: int = MONTHS) -> list[date]:
    """Return the first days of a month and of those that follow it."""
    months = [day.replace(day=1)]
    while len(months) < count:
        months.append(_next_month(months[-1]))
    return months


def _next_month(month: date) -> date:
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1)


def _between(found: Iterable[Entry], first: date, last: date) -> list[Entry]:
    return [entry for entry in found if first <= entry.day <= last]


def _in_month(found: Iterable[Entry], month: date) -> list[Entry]:
    return [entry for entry in found if entry.day.replace(day=1) == month]


class WeekViewSet(ScreenViewSet):
    """Address and menu entry of the plan."""

    name = "knowledge_week"
    url_prefix = "wissen/wochenplan"
    menu_label = _("Wochenplan")
    icon = "calendar-check"
    menu_order = 30
    permission = SEE_WORK

    def get_urlpatterns(self) -> list[Any]:
        return [path("", WeekScreen.as_view(), name="index")]


class CalendarViewSet(ScreenViewSet):
    """Address and menu entry of the calendar."""

    name = "knowledge_calendar"
    url_prefix = "wissen/kalender"
    menu_label = _("Kalender")
    icon = "calendar"
    menu_order = 31
    permission = SEE_WORK

    def get_urlpatterns(self) -> list[Any]:
        return [path("", CalendarScreen.as_view(), name="index")]
