"""Strict content security everywhere; the Wagtail back office gets its own, as narrow as it allows."""

from csp.constants import SELF, UNSAFE_EVAL, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.http import HttpRequest, HttpResponse

BACK_OFFICE = "/verwaltung/"
BACK_OFFICE_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE, UNSAFE_EVAL],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}


class ContentSecurityMiddleware(CSPMiddleware):
    """Send the policy of settings.CONTENT_SECURITY_POLICY, widened below the back office's address."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if request.path.startswith(BACK_OFFICE):
            response._csp_update = BACK_OFFICE_POLICY
        return super().process_response(request, response)
