"""Parts of the frame that are the same on thousands of pages. ``{% load frame %}``"""

from collections.abc import Hashable
from functools import lru_cache

from django import template
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from digitalradar.core.navigation import FooterLink

register = template.Library()


@register.simple_tag(takes_context=True)
def site_footer(context: Context) -> SafeString:
    """The foot of the page, rendered anew only when region, menu, links or language differ."""
    menu = tuple((entry["label"], entry["url"]) for entry in context.get("menu") or ())
    links = context.get("footer") or {"access": (), "legal": ()}
    return _footer(get_language(), context.get("region"), menu, tuple(links["access"]), tuple(links["legal"]))


@lru_cache(maxsize=64)
def _footer(
    language: str | None,
    region: Hashable,
    menu: tuple[tuple[str, str], ...],
    access: tuple[FooterLink, ...],
    legal: tuple[FooterLink, ...],
) -> SafeString:
    entries = [{"label": label, "url": url} for label, url in menu]
    context = {"region": region, "menu": entries, "footer": {"access": access, "legal": legal}}
    return render_to_string("core/footer.html", context)
