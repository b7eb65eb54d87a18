"""The HTML of a message for a frame of the back office. It may show itself and nothing else."""

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.http import HttpResponse
from django.views.decorators.clickjacking import xframe_options_sameorigin

# Styles of a mail are inline. No script, no request, no form; ``sandbox`` takes the page its origin as well.
POLICY = {
    "default-src": [NONE],
    "script-src": [NONE],
    "style-src": [UNSAFE_INLINE],
    "img-src": [NONE],
    "font-src": [NONE],
    "connect-src": [NONE],
    "manifest-src": [NONE],
    "form-action": [NONE],
    "frame-ancestors": [SELF],
    "sandbox": True,
}


def framed(html: str) -> HttpResponse:
    """Return the answer with ``html``; only a frame of our own may show it."""
    return _framed(None, html)


@xframe_options_sameorigin
@csp_replace(POLICY)
def _framed(_request: None, html: str) -> HttpResponse:
    return HttpResponse(html)
