"""What others see: the newest result of a run, and how it was calculated if its owner shares that, too."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from digitalradar.core.errors import NotFound
from digitalradar.core.private_pages import protect

from ..models import Result, ShareLink
from ..presentation.sharing import shared_calculation_page, shared_result_page
from ..queries import find_share_link, questionnaire
from ..questionnaire import Questionnaire


def with_shared_result(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view link, texts and newest result; unknown, withdrawn and expired links get the same 404.

    Nothing of the run behind it is set or kept: no cookie, and no visit that would wind its clock.
    """

    @wraps(view)
    def opened(request: HttpRequest, shared: str) -> HttpResponse:
        link = find_share_link(shared)
        latest = link.assessment.results.first() if link else None
        if link is None or latest is None:
            raise _leads_nowhere()
        texts = questionnaire(link.assessment.catalogue_version_id, get_language() or "de")
        return protect(view(request, link, texts, latest, shared))

    return opened


@require_safe
@with_shared_result
def result(request: HttpRequest, link: ShareLink, texts: Questionnaire, latest: Result, shared: str) -> HttpResponse:
    """Show the newest result, to look at only."""
    page = shared_result_page(texts, link, latest, shared)
    return render(request, f"assessments/{page['kind']}_result.html", page)


@require_safe
@with_shared_result
def calculation(
    request: HttpRequest, link: ShareLink, texts: Questionnaire, latest: Result, shared: str
) -> HttpResponse:
    """Show how it was calculated, with every answer, if the link was made for that."""
    if not link.with_answers:
        raise _leads_nowhere()
    return render(request, "assessments/calculation.html", shared_calculation_page(texts, latest, shared))


def _leads_nowhere() -> NotFound:
    return NotFound(
        _("Dieser Link führt zu keinem Ergebnis. Vielleicht wurde er zurückgezogen oder nicht vollständig kopiert.")
    )
