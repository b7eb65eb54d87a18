"""Which language a program asks for: the API has no addresses per language, so ``Accept-Language`` decides alone."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header


def asked_language(request: HttpRequest) -> str:
    """Return the first language of ``Accept-Language`` that we speak, German when there is none.

    Cookies and sessions are not looked at: the same request gives the same answer to everybody.
    """
    for code, quality in parse_accept_lang_header(request.headers.get("Accept-Language", "").lower()):
        if code == "*":
            break
        if quality:
            try:
                return get_supported_language_variant(code)
            except LookupError:
                continue
    return settings.LANGUAGE_CODE
