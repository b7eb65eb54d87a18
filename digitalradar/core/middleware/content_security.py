"""Strict content security everywhere; the Wagtail back office gets its own, as narrow as it allows."""

from csp.constants import HEADER, SELF, UNSAFE_EVAL, UNSAFE_INLINE
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
# A page previewed in the back office keeps its own policy, but may stand in the editor's frame.
PREVIEW_POLICY = {"frame-ancestors": [SELF]}


class ContentSecurityMiddleware(CSPMiddleware):
    """Send the policy of settings.CONTENT_SECURITY_POLICY, replaced in part below the back office's address.

    A view there that has a policy of its own (``csp_replace``) keeps it.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if request.path.startswith(BACK_OFFICE):
            # Wagtail renders a preview as a request of its own, whose answer went through here before.
            is_preview = response.headers.pop(HEADER, None) is not None
            if not hasattr(response, "_csp_replace"):
                response._csp_replace = PREVIEW_POLICY if is_preview else BACK_OFFICE_POLICY
        return super().process_response(request, response)
