"""What checks there are, the start of each, and a sample result."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from digitalradar.core.errors import NotFound
from digitalradar.core.private_pages import protect
from digitalradar.core.rate_limit import rate_limited

from ..answers import allowed_values, stored_value
from ..forms.profile import ProfileForm
from ..models import CatalogueVersion, StartText
from ..models.start_text import OVERVIEW
from ..open_run import OpenRun
from ..presentation.instruments import instrument_cards, start_page
from ..presentation.sample import sample_calculation_page, sample_page
from ..queries import find_run, questionnaire
from ..queries.catalogues import active_questionnaires
from ..queries.start_texts import live_start_text
from ..questionnaire import Questionnaire
from ..services.runs import start_run
from .opening import is_staff, remember, remembered_token
from .run import next_address


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """List the checks that are loaded."""
    context = {
        "cards": instrument_cards(active_questionnaires(_language())),
        "can_resume": bool(remembered_token(request)),
        "start_text": _start_text(request, OVERVIEW),
    }
    return render(request, "assessments/overview.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@rate_limited("check-start", limit=120, seconds=3600)
def start(request: HttpRequest, catalogue: str) -> HttpResponse:
    """Say what the check is; a post begins a run and leads to its first questions."""
    version = get_object_or_404(CatalogueVersion.objects.defer("content"), catalogue=catalogue, is_active=True)
    texts = questionnaire(version.pk, _language())
    is_sent = request.method == "POST"
    data = request.POST if is_sent else request.GET
    form = ProfileForm(data if is_sent else None, initial={"role": data.get("rolle", "")}, questionnaire=texts)
    if form.is_valid():
        origin = _origin(request, texts)
        run, token = start_run(
            version=version,
            profile=form.profile(),
            answers=_first_answer(texts, data),
            first_dimension=_dimension(texts, data),
            origin=origin,
            is_test=is_staff(request),
        )
        opened = OpenRun(run, token, _language())
        return protect(remember(request, redirect(next_address(opened)), token))
    context = start_page(texts, form, data, has_origin=_origin(request, texts) is not None)
    context["start_text"] = _start_text(request, texts.id)
    return render(request, "assessments/start.html", context, status=400 if form.errors else 200)


@require_safe
def sample(request: HttpRequest, catalogue: str) -> HttpResponse:
    """Show the result of a made-up firm, marked as an example."""
    return _sample(request, catalogue, sample_page, "assessments/{kind}_result.html")


@require_safe
def sample_calculation(request: HttpRequest, catalogue: str) -> HttpResponse:
    """Show how the sample result was calculated."""
    return _sample(request, catalogue, sample_calculation_page, "assessments/calculation.html")


def _sample(request: HttpRequest, catalogue: str, build: Callable, template: str) -> HttpResponse:
    version = get_object_or_404(CatalogueVersion.objects.defer("content"), catalogue=catalogue, is_active=True)
    page = build(questionnaire(version.pk, _language()))
    if page is None:
        raise NotFound(_("Zu diesem Check gibt es kein Beispiel."))
    return render(request, template.format(kind=page["kind"]), page)


def _start_text(request: HttpRequest, catalogue: str) -> StartText | None:
    """The region's own words: the published ones, or in a preview those being written."""
    return getattr(request, "start_text", None) or live_start_text(catalogue, _language())


def _language() -> str:
    return get_language() or "de"


def _first_answer(texts: Questionnaire, data) -> dict:
    """The answer already given on the home page, if it is one the question offers."""
    question_id, sent = data.get("frage", ""), data.get("antwort", "")
    if question_id in texts.question and sent in allowed_values(texts, question_id):
        return {question_id: {"value": stored_value(sent)}}
    return {}


def _dimension(texts: Questionnaire, data) -> str:
    """The theme somebody wants to begin with, if the check has it."""
    if (asked := data.get("thema", "")) in texts.dimension:
        return asked
    question = texts.question.get(data.get("frage", ""))
    return question["dimension"] if question else ""


def _origin(request: HttpRequest, texts: Questionnaire):
    """The short check on this device whose answers become suggestions in the main check."""
    token = remembered_token(request)
    run = find_run(token) if token and texts.data["family"] == "main" else None
    if run is None:
        return None
    return run if questionnaire(run.catalogue_version_id, "de").data.get("continues_with") == texts.id else None
