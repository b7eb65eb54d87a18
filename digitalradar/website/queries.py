"""What the footer and the check-up read about the standard pages."""

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from digitalradar.core import page_cache
from digitalradar.core.navigation import ACCESS, FooterLink

from .gaps import gaps
from .models import StandardPage


def footer_links() -> list[FooterLink]:
    """Return the published pages of this language that stand in the footer, and the form for barriers."""
    return [
        *_kept_footer(get_language() or "de"),
        FooterLink(ACCESS, _("Barriere melden"), reverse("website:report_barrier")),
    ]


def open_gaps() -> dict[str, list[str]]:
    """Return the places that are still to be filled in, by address of the published page."""
    found = {page.get_url(): gaps(f"{page.intro} {page.body.get_prep_value()}") for page in StandardPage.objects.live()}
    return {address: places for address, places in found.items() if places}


def footer_pages(language: str) -> list[FooterLink]:
    """Return the published pages of a language that stand in the footer."""
    pages = StandardPage.objects.live().filter(locale__language_code=language).exclude(footer="").order_by("path")
    return [FooterLink(page.footer, page.title, page.get_url()) for page in pages]


_kept_footer = page_cache.remember(page_cache.FRAME)(footer_pages)
