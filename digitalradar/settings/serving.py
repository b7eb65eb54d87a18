"""Where the server listens, how many workers it has, and under which names it answers."""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from . import environment

LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]

HOST = environment.text("HOST", "127.0.0.1")
PORT = environment.number("PORT", 8000, low=1, high=65535)
WEB_WORKERS = environment.number("WEB_WORKERS", 1, low=1, high=64)
WEB_THREADS = environment.number("WEB_THREADS", 4, low=1, high=64)
JOB_WORKER = environment.flag("JOB_WORKER", default=True)


def public_url() -> str:
    """Return the address people type, without a slash at the end; default is where the server listens."""
    host = "127.0.0.1" if HOST in {"0.0.0.0", "::", ""} else HOST  # noqa: S104 -- compared, not bound
    given = environment.text("PUBLIC_URL", f"http://[{host}]:{PORT}" if ":" in host else f"http://{host}:{PORT}")
    address = given.rstrip("/")
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query:
        raise ImproperlyConfigured("PUBLIC_URL must look like https://digital.example.org (no path).")
    return address


PUBLIC_URL = public_url()
ALLOWED_HOSTS = environment.items("ALLOWED_HOSTS") or [*LOOPBACK, str(urlsplit(PUBLIC_URL).hostname)]
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
