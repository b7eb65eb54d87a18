"""What the footer and the check-up read about the standard pages."""

from django.core.cache import cache
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from digitalradar.core import page_cache
from digitalradar.core.navigation import ACCESS, FooterLink

from .gaps import gaps
from .models import StandardPage

CACHE_SECONDS = 10  # other processes learn of a change after this time at the latest
LANGUAGES = ("de", "en")


def footer_links() -> list[FooterLink]:
    """Return the published pages of this language that stand in the footer, and the form for barriers."""
    key = _cache_key(get_language())
    if (links := cache.get(key)) is None:
        links = _read_footer(get_language() or "de")
        cache.set(key, links, CACHE_SECONDS)
    return [*links, FooterLink(ACCESS, _("Barriere melden"), reverse("website:report_barrier"))]


def forget_footer(**_signal: object) -> None:
    """Read the footer afresh in every process; called when a page was published, unpublished or deleted."""
    drop_footer()
    page_cache.forget(page_cache.FRAME)


def drop_footer() -> None:
    """Read the footer afresh in this process."""
    cache.delete_many([_cache_key(language) for language in LANGUAGES])


def open_gaps() -> dict[str, list[str]]:
    """Return the places that are still to be filled in, by address of the published page."""
    found = {page.get_url(): gaps(f"{page.intro} {page.body.get_prep_value()}") for page in StandardPage.objects.live()}
    return {address: places for address, places in found.items() if places}


def _read_footer(language: str) -> list[FooterLink]:
    pages = StandardPage.objects.live().filter(locale__language_code=language).exclude(footer="").order_by("path")
    return [FooterLink(page.footer, page.title, page.get_url()) for page in pages]


def _cache_key(language: str | None) -> str:
    return f"website-footer:{language}"
