"""Compress what is sent, apart from pages that the page cache compresses once and for all."""

from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware

from .page_cache import may_be_kept


class CompressionMiddleware(GZipMiddleware):
    """Stand inside of the page cache: answers that are kept reach it as they are."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if getattr(request, "is_anonymous_reader", False) and may_be_kept(response):
            return response
        return super().process_response(request, response)
