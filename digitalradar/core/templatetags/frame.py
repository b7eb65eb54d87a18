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
def site_header(context: Context) -> SafeString:
    """The head of the page, rendered anew only when region, menu, addresses or language differ."""
    menu = tuple((entry["label"], entry["url"], entry["current"]) for entry in context.get("menu") or ())
    switch = tuple((entry["code"], entry["label"], entry["url"], entry["current"]) for entry in _switch(context))
    tools = (context.get("search_url") or "", context.get("my_company_url") or "")
    return _header(get_language(), context.get("region"), menu, switch, tools)


def _switch(context: Context) -> list[dict]:
    return context.get("language_switch") or []


@lru_cache(maxsize=512)
def _header(
    language: str | None,
    region: Hashable,
    menu: tuple[tuple[str, str, bool], ...],
    switch: tuple[tuple[str, str, str, bool], ...],
    tools: tuple[str, str],
) -> SafeString:
    context = {
        "region": region,
        "menu": [{"label": label, "url": url, "current": current} for label, url, current in menu],
        "language_switch": [
            {"code": code, "label": label, "url": url, "current": current} for code, label, url, current in switch
        ],
        "search_url": tools[0],
        "my_company_url": tools[1],
    }
    return render_to_string("core/header.html", context)


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
