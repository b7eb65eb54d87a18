"""Refusals as problem details (RFC 9457): one format for everything below /api/, in the language asked for."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import override

from digitalradar.assessments.scoring import ScoringError
from digitalradar.assessments.scoring.strict_json import write_json

from .language import asked_language
from .problem_texts import KINDS

MEDIA_TYPE = "application/problem+json"
DOCUMENTATION = "/api/v1/docs/"
# How a status is told that somebody else decided on: Django, a middleware, a rate limit.
CODES = {
    HTTPStatus.BAD_REQUEST: "bad_request",
    HTTPStatus.FORBIDDEN: "forbidden",
    HTTPStatus.NOT_FOUND: "not_found",
    HTTPStatus.METHOD_NOT_ALLOWED: "method_not_allowed",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "body_too_large",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "unsupported_media_type",
    HTTPStatus.TOO_MANY_REQUESTS: "too_many_requests",
}


class Refused(Exception):
    """A request is refused. ``code`` is one of :data:`KINDS`, ``path`` says where, ``reason`` what is wrong there."""

    def __init__(self, code: str, path: str = "", reason: str = "") -> None:
        self.code, self.path, self.reason = code, path, reason
        super().__init__(f"{code} {path} {reason}")


def problem(request: HttpRequest, code: str, *, path: str = "", reason: str = "", status: int = 0) -> HttpResponse:
    """Return the answer that tells of a refusal; ``status`` replaces the usual one of its kind."""
    language, kind = asked_language(request), KINDS[code]
    with override(language):
        told = {
            "type": f"{DOCUMENTATION}#{code}",
            "title": str(kind.title),
            "status": int(status or kind.status),
            "detail": str(kind.explanation),
            "code": code,
        }
    told |= {name: value for name, value in (("path", path), ("reason", reason)) if value}
    response = HttpResponse(write_json(told), status=told["status"], content_type=MEDIA_TYPE)
    response["Content-Language"] = language
    add_never_cache_headers(response)
    return response


def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """Tell of a refusal of ours."""
    return problem(request, refusal.code, path=refusal.path, reason=refusal.reason)


def scoring_refused(request: HttpRequest, refusal: ScoringError) -> HttpResponse:
    """Tell of a refusal of the scoring engine; ``reason`` is its technical sentence, which is always English."""
    return problem(request, refusal.code, path=refusal.path, reason=refusal.reason)


def error_answer(request: HttpRequest, status: int, message: str = "") -> HttpResponse:
    """Tell of an error that was decided on outside of the API's own code (see ``core/error_answers.py``)."""
    code = CODES.get(HTTPStatus(status), "server_error" if status >= 500 else "bad_request")
    return problem(request, code, status=status)
