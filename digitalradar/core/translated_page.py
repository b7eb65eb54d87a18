"""What all our pages have in common."""

from datetime import datetime
from typing import Any, Self

from django.http import HttpRequest
from django.utils.cache import patch_vary_headers
from wagtail.models import Page, PageViewRestriction

from digitalradar.core.navigation import set_translated_urls
from digitalradar.core.page_cache import SITES, cacheable, page_tag, remember


class TranslatedPageMixin:
    """A page that tells the language switch where its translations lie, and the page cache what it shows."""

    @classmethod
    def to_read(cls, pk: int) -> Self:
        """Return a published page for readers, with as few queries as it takes. Raises ``DoesNotExist``."""
        return cls._default_manager.select_related("locale").get(pk=pk, live=True)

    def cache_tags(self) -> list[str]:
        """Return the tags of everything this page shows (docs/explanation/page-cache.md)."""
        return [page_tag(self.pk)]

    def cache_until(self) -> datetime | None:
        """Return the moment from which on the page tells something that is not true any more, if that is known."""
        return None

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        set_translated_urls(request, translated_urls(self.pk))
        return super().get_context(request, *args, **kwargs)

    def serve(self, request: HttpRequest, *args, **kwargs):
        response = super().serve(request, *args, **kwargs)
        if getattr(request, "is_preview", False):
            return response
        patch_vary_headers(response, ["Cookie"])  # the cookie of a run in progress changes what a page shows
        return cacheable(response, *self.cache_tags(), visit=page_tag(self.pk), until=self.cache_until())

    def get_view_restrictions(self) -> Any:
        """Return who may see the page; no query while nothing at all is restricted."""
        return super().get_view_restrictions() if _are_pages_restricted() else PageViewRestriction.objects.none()


@remember(lambda pk: [page_tag(pk), SITES])
def translated_urls(pk: int) -> dict[str, str]:
    """Return the addresses of the published translations of a page, itself included, by language."""
    key = Page.objects.filter(pk=pk).values("translation_key")[:1]
    pages = Page.objects.filter(translation_key=key).live().select_related("locale")
    return {page.locale.language_code: page.get_url() for page in pages}


@remember(SITES)
def _are_pages_restricted() -> bool:
    return PageViewRestriction.objects.exists()
