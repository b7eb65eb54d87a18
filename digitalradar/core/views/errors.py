"""Error pages in the site's own look, in the language of the address, never with a stack trace."""

import logging
from http import HTTPStatus
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers
from django.utils.html import format_html
from django.utils.translation import get_language_from_path, override
from django.utils.translation import gettext as _

from ..error_answers import answer_for
from ..errors import DomainError, RateLimited
from .error_texts import heading, sentence

logger = logging.getLogger(__name__)
TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def error_page(
    request: HttpRequest, status: int, *, message: str = "", back: str = "", bare: bool = False
) -> HttpResponse:
    """Return the page for ``status``; ``message`` replaces its usual sentence, ``back`` is a local address.

    A ``bare`` page asks neither database nor context processors: it is what can still be said when they fail.
    Below some addresses an app answers in its own format instead (``core/error_answers.py``).
    """
    if answer := answer_for(request.path_info):
        return answer(request, status, message)
    with override(get_language_from_path(request.path_info) or settings.LANGUAGE_CODE):
        text = message or sentence(status)
        if not request.accepts("text/html"):
            response: HttpResponse = JsonResponse({"error": {"status": int(status), "message": text}}, status=status)
        else:
            context = {"status": int(status), "title": heading(status), "message": text, "back_url": back}
            response = HttpResponse(_render(request, context, bare), status=status)
    add_never_cache_headers(response)
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's handler400; what is too big is told apart."""
    too_much = isinstance(exception, TOO_MUCH)
    return error_page(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE if too_much else HTTPStatus.BAD_REQUEST, bare=True)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's handler403."""
    return error_page(request, HTTPStatus.FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's handler404."""
    return error_page(request, HTTPStatus.NOT_FOUND)


def server_error(request: HttpRequest) -> HttpResponse:
    """Django's handler500; the database may be what failed."""
    return error_page(request, HTTPStatus.INTERNAL_SERVER_ERROR, bare=True)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Tell somebody whose form was refused what to do; nothing was saved."""
    with override(get_language_from_path(request.path_info) or settings.LANGUAGE_CODE):
        message = _(
            "Ihre Eingabe wurde nicht gespeichert. Meist war die Seite lange offen, oder der Browser lässt keine "
            "Cookies zu. Gehen Sie zurück, laden Sie die Seite neu und senden Sie noch einmal ab."
        )
    return error_page(request, HTTPStatus.FORBIDDEN, message=message, back=_page_before(request))


def locked_out(request: HttpRequest, response: object = None, credentials: object = None) -> HttpResponse:
    """Answer a sign-in after too many wrong passwords."""
    seconds = int(settings.AXES_COOLOFF_TIME * 3600)
    return refusal(request, RateLimited(retry_after=seconds))


def refusal(request: HttpRequest, error: DomainError) -> HttpResponse:
    """Return the page for a refusal that no view caught."""
    page = error_page(request, error.status, message=str(error))
    if isinstance(error, RateLimited):
        page["Retry-After"] = str(error.retry_after)
    return page


def _page_before(request: HttpRequest) -> str:
    """Return the address of the form on this site; pages with private links send no referrer and post to themselves."""
    referrer = urlsplit(request.headers.get("Referer", ""))
    return referrer.path if referrer.path and referrer.netloc == request.get_host() else request.path


def _render(request: HttpRequest, context: dict, bare: bool) -> str:
    context |= {"request_id": getattr(request, "id", "")}
    without_database = {"menu": [], "language_switch": [], "region": None, "bare": True}
    last_resort = (context | without_database, None)
    for values, source in [last_resort] if bare else [(context, request), last_resort]:
        try:
            return render_to_string("core/error.html", values, request=source)
        except Exception:
            logger.exception("The error page cannot be rendered.")
    return format_html(
        '<!doctype html><html lang="{}"><meta charset="utf-8"><title>{}</title><h1>{}</h1><p>{}</p>',
        settings.LANGUAGE_CODE,
        context["title"],
        context["title"],
        context["message"],
    )
