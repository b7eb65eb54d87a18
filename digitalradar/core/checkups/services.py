"""Do cache and mail work?"""

import secrets
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache as default_cache
from django.core.mail import get_connection

from ..checkup import Finding, missing, ok, warning

IN_ONE_PROCESS = "django.core.cache.backends.locmem.LocMemCache"
SMTP = "django.core.mail.backends.smtp.EmailBackend"
NOT_SENT = {
    "django.core.mail.backends.console.EmailBackend": "only printed",
    "django.core.mail.backends.filebased.EmailBackend": "only written to files",
    "django.core.mail.backends.dummy.EmailBackend": "thrown away",
}


def cache() -> Iterator[Finding]:
    """Write and read one value; several workers need a cache they share."""
    value = secrets.token_hex(8)
    try:
        default_cache.set("doctor", value, 30)
        kept = default_cache.get("doctor") == value
    except Exception as error:  # each backend has its own errors
        yield missing(f"The cache cannot be used ({type(error).__name__}). Check CACHE_URL.")
        return
    yield ok("The cache keeps what it is given.") if kept else missing("The cache forgets at once. Check CACHE_URL.")
    if settings.WEB_WORKERS > 1 and settings.CACHES["default"]["BACKEND"] == IN_ONE_PROCESS:
        yield warning(
            f"{settings.WEB_WORKERS} workers have a cache each: limits and failed sign-ins are counted per worker. "
            "Set CACHE_URL to a shared one."
        )


def mail() -> Iterator[Finding]:
    """Sign in to the mail server without sending anything."""
    if not settings.EMAIL_CONFIGURED:
        yield warning(
            "There is no mail server: messages wait in the outbox, links for a new password are only printed. "
            "Set EMAIL_URL."
        )
    elif told := NOT_SENT.get(settings.EMAIL_BACKEND):
        yield warning(f"Mails are {told}, nobody gets them. Set EMAIL_URL.")
    elif settings.EMAIL_BACKEND == SMTP:
        try:
            connection = get_connection(timeout=5)
            connection.open()
            connection.close()
        except OSError as error:
            yield missing(f"The mail server does not let us in ({type(error).__name__}). Check EMAIL_URL.")
        else:
            yield ok("The mail server lets us in.")
    if (urlsplit(f"//{settings.DEFAULT_FROM_EMAIL}").hostname or "localhost") == "localhost":
        yield warning("EMAIL_FROM is not set; mails would come from a machine nobody can answer.")
