"""What all our pages have in common."""

from django.http import HttpRequest
from django.utils.cache import patch_vary_headers

from digitalradar.core.navigation import set_translated_urls


class TranslatedPageMixin:
    """A page that tells the language switch where its translations lie, whatever they are called there."""

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        pages = self.get_translations(inclusive=True).live().select_related("locale")
        set_translated_urls(request, {page.locale.language_code: page.get_url(request) for page in pages})
        return super().get_context(request, *args, **kwargs)

    def serve(self, request: HttpRequest, *args, **kwargs):
        response = super().serve(request, *args, **kwargs)
        patch_vary_headers(response, ["Cookie"])  # the cookie of a run in progress changes what a page shows
        return response
