"""Refuse what no form of ours sends: foreign methods, huge bodies, broken text. Views then meet only clean input.

NUL characters are refused since PostgreSQL cannot store them; text that is not UTF-8 would be stored mangled.
"""

from collections.abc import Iterable
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, QueryDict, UnreadablePostError

PUBLIC_METHODS = ("GET", "HEAD", "POST")
# Below these addresses stand Wagtail's and Django's own views, which know more methods and take uploads.
BACK_OFFICE = ("/verwaltung/", "/dokumente/")
API = "/api/"  # knows its methods itself, address by address
NUL, UNDECODABLE = "\0", "\ufffd"
LENGTH_DIGITS = 18  # an exabyte; Python refuses to read numbers of more than 4300 digits
URLENCODED = "application/x-www-form-urlencoded"


class BrokenText(SuspiciousOperation):
    """Something in the request is not readable text; answered with 400."""


class InputLimitsMiddleware:
    """Check method, size and text of each request before anything reads it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        methods, body_limit = _rules(request.path_info)
        if methods and request.method not in methods:
            return HttpResponseNotAllowed(methods)
        _check_size(request, body_limit)
        _check_text([request.path_info, *request.COOKIES, *request.COOKIES.values()])
        _check_encoded(request.META.get("QUERY_STRING", "").encode("latin-1"))
        if request.method == "POST":
            _check_form(request)
        return self.get_response(request)


def _rules(path: str) -> tuple[tuple[str, ...], int]:
    """Return the methods (none: all) and the largest body in bytes that are let through to this path."""
    if path.startswith(BACK_OFFICE):
        return (), settings.BACK_OFFICE_BODY_LIMIT
    if path.startswith(API):
        return (), settings.API_BODY_LIMIT
    return PUBLIC_METHODS, settings.PUBLIC_BODY_LIMIT


def _check_size(request: HttpRequest, limit: int) -> None:
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdigit()) or len(length) > LENGTH_DIGITS:
        raise BrokenText("The length of the body is no number of bytes.")
    if int(length) > limit:
        raise RequestDataTooBig(f"The body has {length} bytes, {limit} are allowed.")


def _check_form(request: HttpRequest) -> None:
    """Check the fields. A raw body is decoded by Django as Latin-1 when it is not UTF-8, so its bytes are looked at."""
    try:
        if request.content_type == URLENCODED:
            _check_encoded(request.body)
        else:
            _check_text(_parts(request.POST))
    except UnreadablePostError as error:
        raise BrokenText("The body broke off.") from error


def _check_encoded(raw: bytes) -> None:
    try:
        decoded = unquote_to_bytes(raw).decode("utf-8")
    except UnicodeDecodeError as error:
        raise BrokenText("The text is not UTF-8.") from error
    if NUL in decoded:
        raise BrokenText("The text holds a NUL character.")


def _parts(data: QueryDict) -> Iterable[str]:
    for key, values in data.lists():
        yield key
        yield from values


def _check_text(texts: Iterable[str]) -> None:
    if any(NUL in text or UNDECODABLE in text for text in texts):
        raise BrokenText("The text holds a NUL or an unreadable character.")
