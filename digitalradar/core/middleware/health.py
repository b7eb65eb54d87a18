"""``/healthz`` for load balancers and supervisors."""

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import add_never_cache_headers

from digitalradar import __version__

from ..readiness import readiness

PATH = "/healthz"


class HealthMiddleware:
    """Answer before hosts, languages and sessions are looked at: checkers call by address, not by our name."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info != PATH or request.method not in {"GET", "HEAD"}:
            return self.get_response(request)
        response = _report(readiness.problem())
        add_never_cache_headers(response)
        return response


def _report(problem: str | None) -> JsonResponse:
    if problem:
        return JsonResponse({"status": "unavailable", "reason": problem, "version": __version__}, status=503)
    return JsonResponse({"status": "ok", "version": __version__, "database": connection.vendor})
