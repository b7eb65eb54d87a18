"""The calendar: dates to come as a list or a month, and what is over."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..cache_tags import EVENTS
from ..presentation.calendar import filter_form, listing
from ..presentation.month import month_view
from ..queries.calendar import Asked, choices, next_turn, of_month, over, to_come
from .keeping import kept


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Show what is to come; ``?monat=2026-12`` shows a month, other parameters narrow."""
    asked = Asked.of(request.GET)
    context = {"asked": asked, "filters": filter_form(asked, choices())}
    if asked.month:
        context["month"] = month_view(asked, list(of_month(asked)))
    else:
        context |= listing(asked, to_come(asked))
    return _answer(request, render(request, "events/calendar.html", context), visit="events")


@require_safe
def past(request: HttpRequest) -> HttpResponse:
    """Show what took place, the latest first; agendas and released material stay."""
    asked = Asked.of(request.GET)
    context = {"asked": asked, **listing(asked, over(asked))}
    return _answer(request, render(request, "events/past.html", context), visit="events-past")


def _answer(request: HttpRequest, response: HttpResponse, *, visit: str) -> HttpResponse:
    if request.GET:
        response["X-Robots-Tag"] = "noindex, follow"
    return kept(response, EVENTS, visit=visit, until=next_turn())
