"""What holds for every address of the API: HEAD, scripts of other sites, and one format for every error."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from .problems import DOCUMENTATION, MEDIA_TYPE, error_answer

PREFIX = "/api/"
READING = "GET, HEAD"
# What a script of another site may read beside the body.
EXPOSED = "Allow, Content-Language, ETag, Last-Modified, Retry-After, X-Request-ID"
PREFLIGHT_SECONDS = 86_400


class ApiMiddleware:
    """Stand around everything that can answer below /api/, error pages included.

    Reading is open to scripts of every site, without cookies: it is public. Scoring is not, since a
    page of another site has no business sending a firm's answers through its visitors' browsers.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PREFIX) or request.path_info == DOCUMENTATION:
            return self.get_response(request)
        method = request.method
        if method == "OPTIONS" and "Access-Control-Request-Method" in request.headers:
            response = _preflight()
        else:
            response = self._answer(request)
        if method != "POST":
            response["Access-Control-Allow-Origin"] = "*"
            response["Access-Control-Expose-Headers"] = EXPOSED
        patch_vary_headers(response, ["Accept-Language"])
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        """Answer HEAD as GET, whose body the server then leaves out; give a wrong method its problem details."""
        method = request.method
        request.method = "GET" if method == "HEAD" else method
        try:
            response = self.get_response(request)
        finally:
            request.method = method
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED:
            return response
        allowed = ", ".join(READING if name == "GET" else name for name in response["Allow"].split(", "))
        if response["Content-Type"] != MEDIA_TYPE:
            response = error_answer(request, response.status_code)
        response["Allow"] = allowed
        return response


def _preflight() -> HttpResponse:
    """Tell a browser that scripts of other sites may read, with the headers that ask for changes only."""
    response = HttpResponse(status=204)
    response["Access-Control-Allow-Methods"] = READING
    response["Access-Control-Allow-Headers"] = "Accept-Language, If-None-Match"
    response["Access-Control-Max-Age"] = str(PREFLIGHT_SECONDS)
    return response
