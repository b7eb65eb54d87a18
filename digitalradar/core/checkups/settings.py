"""Do the settings fit together?"""

import os
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks
from django.http.request import validate_host

from ..checkup import Finding, missing, ok, warning

LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def settings_fit() -> Iterator[Finding]:
    """Look at address, hosts, encryption and key, then at what Django itself complains about."""
    yield from _address()
    yield from _key()
    for message in checks.run_checks(include_deployment_checks=settings.BEHIND_TLS):
        if not message.is_silenced() and message.level >= checks.WARNING:
            yield (missing if message.level >= checks.ERROR else warning)(f"{message.id}: {message.msg}")


def _address() -> Iterator[Finding]:
    parts = urlsplit(settings.PUBLIC_URL)
    host = parts.hostname or ""
    if settings.DEBUG:
        yield missing("DEBUG is on; error pages would show code and settings to everybody.")
    if validate_host(host, settings.ALLOWED_HOSTS):
        yield ok(f"PUBLIC_URL is {settings.PUBLIC_URL}, and ALLOWED_HOSTS accepts it.")
    else:
        yield missing(f"ALLOWED_HOSTS does not accept {host}, the host of PUBLIC_URL.")
    if host in LOOPBACK:
        yield warning("PUBLIC_URL is this machine; links in mails lead nowhere for others. Set it to the real address.")
    elif parts.scheme == "https" and not settings.BEHIND_TLS:
        yield missing("PUBLIC_URL is https, but BEHIND_TLS is off: cookies would travel unprotected. Set BEHIND_TLS=1.")
    elif parts.scheme == "http":
        yield warning("PUBLIC_URL is not https. Put a proxy with TLS in front and set BEHIND_TLS=1.")
    if settings.BEHIND_TLS and parts.scheme == "http":
        yield missing("BEHIND_TLS is on, but PUBLIC_URL begins with http://.")
    if not settings.RATE_LIMITS:
        yield warning("RATE_LIMITS is off: anybody may send forms without end.")


def _key() -> Iterator[Finding]:
    if os.environ.get("SECRET_KEY"):
        yield ok("The secret key comes from SECRET_KEY.")
    else:
        yield ok(f"The secret key lies in {settings.DATA_DIR / 'secret.key'}; a backup holds it only with --with-key.")
