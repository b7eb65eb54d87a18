"""Turn refusals into pages: a ``DomainError`` that no view caught, and the empty answer to a wrong method."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from ..errors import DomainError
from ..views import errors


class ErrorPagesMiddleware:
    """Stand outside of everything that answers with a page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            page = errors.error_page(request, response.status_code)
            page["Allow"] = response["Allow"]
            return page
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, DomainError):
            return errors.refusal(request, exception)
        return None
