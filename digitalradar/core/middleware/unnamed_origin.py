"""Pages with a secret in their address send no referrer, and then browsers call their origin ``null``.

Django's protection against forged forms refuses that: no form on such a page could be sent. Where the browser says in
``Sec-Fetch-Site``, which no page can forge, that the form is our own, we put our origin in its place. Browsers that do
not say so are older than 2023 or talk over plain HTTP: for them, as for requests without origin, the token decides.
"""

from django.http import HttpRequest, HttpResponse

OWN = "same-origin"


class UnnamedOriginMiddleware:
    """Stands before ``CsrfViewMiddleware``."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.headers.get("Origin") == "null" and request.headers.get("Sec-Fetch-Site", OWN) == OWN:
            request.META["HTTP_ORIGIN"] = f"{request.scheme}://{request.get_host()}"
        return self.get_response(request)
