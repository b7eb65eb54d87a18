"""The result that this device remembers, for pages outside of the check."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from ..models import Assessment, Result
from ..queries import find_run, questionnaire
from ..questionnaire import Questionnaire
from .opening import remembered_token

KEPT_AS = "_remembered_run"


@dataclass(frozen=True)
class RememberedRun:
    """A living run with its newest result, or without one; looking at it winds no clock."""

    run: Assessment
    result: Result | None
    texts: Questionnaire


def remembered_run(request: HttpRequest) -> RememberedRun | None:
    """Return the run of the cookie; None without one. Asked any number of times, read once per request."""
    if not hasattr(request, KEPT_AS):
        setattr(request, KEPT_AS, _read(request))
    return getattr(request, KEPT_AS)


def _read(request: HttpRequest) -> RememberedRun | None:
    token = remembered_token(request)
    run = find_run(token) if token else None
    if run is None:
        return None
    texts = questionnaire(run.catalogue_version_id, get_language() or settings.LANGUAGE_CODE)
    return RememberedRun(run, run.results.first(), texts)
