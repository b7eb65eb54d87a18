"""Pages that have a secret in their address."""

from django.http import HttpResponse
from django.utils.cache import add_never_cache_headers


def protect(response: HttpResponse) -> HttpResponse:
    """Keep a page with a secret in its address out of caches, search engines and the referrers other sites see."""
    add_never_cache_headers(response)
    # Not "no-referrer": with it browsers send forms with "Origin: null", which the CSRF protection has to refuse.
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
