"""What programs read that walk through the whole portal: the sitemap and their rules."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe
from wagtail.models import Page, get_page_models

from digitalradar.assessments.cache_tags import CHECKS
from digitalradar.assessments.queries.catalogues import active_questionnaires
from digitalradar.core.page_cache import SITES, cacheable, kind_tag
from digitalradar.core.translated_page import TranslatedPageMixin
from digitalradar.events.cache_tags import EVENTS
from digitalradar.events.models import Occurrence
from digitalradar.events.queries.calendar import next_turn

LIMIT = 50_000  # entries a sitemap may have (sitemaps.org, protocol)
DISALLOWED = ("/verwaltung/", "/suche/", "/en/suche/")


@dataclass(frozen=True)
class Entry:
    """One address with the addresses of all its languages, itself included."""

    url: str
    modified: datetime | None = None
    alternates: dict[str, str] = field(default_factory=dict)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Say what is not worth reading; pages with secrets in their address refuse to be listed themselves."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in DISALLOWED)]
    lines += ["", f"Sitemap: {settings.PUBLIC_URL}{reverse('sitemap')}", ""]
    response = HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
    return cacheable(response, daily=False, framed=False)


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List every public page with its translations, the beginnings of the checks, and all dates."""
    entries = [*_pages(), *_checks(), *_dates()][:LIMIT]
    response = render(request, "website/sitemap.xml", {"entries": entries}, content_type="application/xml")
    kinds = (kind_tag(model) for model in get_page_models() if issubclass(model, TranslatedPageMixin))
    return cacheable(response, SITES, CHECKS, EVENTS, *kinds, daily=False, framed=False, until=next_turn())


def _pages() -> Iterator[Entry]:
    """Return all public pages; those of one translation key name each other."""
    together: dict[Any, dict[str, Page]] = defaultdict(dict)
    for page in Page.objects.live().public().filter(depth__gt=1).select_related("locale").order_by("path"):
        if page.get_url():
            together[page.translation_key][page.locale.language_code] = page
    for translations in together.values():
        urls = {language: f"{settings.PUBLIC_URL}{page.get_url()}" for language, page in translations.items()}
        for language, page in translations.items():
            yield Entry(urls[language], page.last_published_at, urls if len(urls) > 1 else {})


def _checks() -> Iterator[Entry]:
    names = [("assessments:overview", ())]
    names += [("assessments:start", (check,)) for check in sorted(active_questionnaires(settings.LANGUAGE_CODE))]
    for name, arguments in names:
        yield from _in_all_languages(name, *arguments)


def _dates() -> Iterator[Entry]:
    """Return the calendar and every date; their texts have one language, the pages around them all."""
    dates = Occurrence.objects.public().order_by("pk").values_list("slug", "changed_at")
    if dates:
        yield from _in_all_languages("events:calendar")
    for slug, changed_at in dates:
        yield from _in_all_languages("events:event", slug, modified=changed_at)


def _in_all_languages(name: str, *arguments: str, modified: datetime | None = None) -> Iterator[Entry]:
    urls = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            urls[language] = f"{settings.PUBLIC_URL}{reverse(name, args=arguments)}"
    yield from (Entry(url, modified, urls) for url in urls.values())
