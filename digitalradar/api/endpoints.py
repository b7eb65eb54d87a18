"""The API put together: its operations, who tells of which error, and its description."""

from functools import cache
from typing import Any, Never

from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from ninja.errors import ValidationError

from digitalradar.assessments.scoring import ScoringError

from . import problems
from .openapi import make_api
from .views import benchmarks, catalogues, events, guides, scores

PREFIX = "/api/v1/"
ARGUMENT = "asked"  # name of the argument in which a view takes several parameters: no part of the address

api = make_api()
for router in (catalogues.router, scores.router, benchmarks.router, guides.router, events.router):
    api.add_router("", router)


def _leave_to_django(request: HttpRequest, error: Exception) -> Never:
    """Let Django and our middleware decide, as everywhere else on the site."""
    raise error


def _invalid_parameter(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Tell of a wrong value in the address; the value itself is not repeated."""
    first = error.errors[0]
    place = ".".join(str(step) for step in first["loc"] if step != ARGUMENT)
    return problems.problem(request, "invalid_parameter", path=place, reason=first["msg"])


api.add_exception_handler(problems.Refused, problems.refused)
api.add_exception_handler(ScoringError, problems.scoring_refused)
api.add_exception_handler(ValidationError, _invalid_parameter)
for other in (Http404, SuspiciousOperation, Exception):
    api.add_exception_handler(other, _leave_to_django)


@cache
def openapi_document() -> dict[str, Any]:
    """Return the OpenAPI document; it says the same to everybody."""
    return api.get_openapi_schema(path_prefix=PREFIX)
