"""Where public texts lead to: links that break off inside the portal, and addresses outside of it.

Nothing here asks another server: whether an address outside still answers is for people to find out.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, Site

from digitalradar.core.views.pages import page as serve_page

from ..models import Fact


@dataclass(frozen=True)
class Place:
    """Where a link stands: a page, or a fact (``page_id`` 0)."""

    title: str
    page_id: int = 0


@dataclass(frozen=True)
class BrokenLink:
    """A link that leads nowhere, in words of the interface."""

    place: Place
    text: str
    reason: str


@dataclass(frozen=True)
class ExternalLink:
    """An address outside and all places that name it."""

    address: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Links:
    """Both lists, each in the order of the alphabet."""

    broken: tuple[BrokenLink, ...]
    external: tuple[ExternalLink, ...]


def links() -> Links:
    """Return the links of all public pages and of the facts; the number of queries does not grow with the pages."""
    inside = _Inside()
    broken: list[BrokenLink] = []
    external: dict[str, list[Place]] = defaultdict(list)
    for place, link in _all():
        if link.address.startswith(("http://", "https://")) and not inside.is_own(link.address):
            external[link.address].append(place)
        elif reason := inside.break_of(link):
            broken.append(BrokenLink(place, link.text or link.address, reason))
    return Links(
        tuple(sorted(broken, key=lambda one: (one.place.title, one.text))),
        tuple(ExternalLink(address, tuple(dict.fromkeys(external[address]))) for address in sorted(external)),
    )


@dataclass(frozen=True)
class _Link:
    """A link as it is stored: an address, or the kind and number of what it leads to."""

    address: str = ""
    kind: str = ""
    number: int = 0
    text: str = ""


class _Inside:
    """What can be reached inside the portal."""

    def __init__(self) -> None:
        self.pages = dict(Page.objects.values_list("pk", "live"))
        self.documents = set(get_document_model().objects.values_list("pk", flat=True))
        self.paths = {path for page in Page.objects.live() if (path := page.get_url())}
        self.redirects = set(Redirect.objects.values_list("old_path", flat=True))
        self.hosts = set(Site.objects.values_list("hostname", flat=True))

    def is_own(self, address: str) -> bool:
        """Whether an address leads to this portal."""
        return urlsplit(address).hostname in self.hosts

    def break_of(self, link: _Link) -> str:
        """Return why a link leads nowhere; empty when it leads somewhere."""
        if link.kind == "page":
            return "" if self.pages.get(link.number) else self._page(link.number)
        if link.kind == "document":
            return "" if link.number in self.documents else _("Das Dokument gibt es nicht mehr.")
        path = urlsplit(link.address).path
        if not path.startswith("/") or self._leads_somewhere(path):
            return ""
        return _("Unter dieser Adresse liegt keine öffentliche Seite.")

    def _page(self, number: int) -> str:
        known = number in self.pages
        return _("Die Seite ist nicht veröffentlicht.") if known else _("Die Seite gibt es nicht mehr.")

    def _leads_somewhere(self, path: str) -> bool:
        if path in self.paths or Redirect.normalise_path(path) in self.redirects:
            return True
        with override(get_language_from_path(path) or settings.LANGUAGE_CODE):
            try:
                return resolve(path).func is not serve_page  # a screen; what it shows is not looked at
            except Resolver404:
                return False


def _all() -> Iterator[tuple[Place, _Link]]:
    for page in Page.objects.live().specific().order_by("pk").iterator(chunk_size=200):
        for link in _links_of(page):
            yield Place(page.title, page.pk), link
    for fact in Fact.objects.all():
        for source in fact.sources:
            yield Place(_("Fakt %(id)s") % {"id": fact.pk}), _Link(source)


def _links_of(page: models.Model) -> Iterator[_Link]:
    for field in page._meta.get_fields():
        if isinstance(field, RichTextField):
            yield from _in_html(getattr(page, field.name))
        elif isinstance(field, StreamField):
            yield from _in_value(getattr(page, field.name).get_prep_value())


def _in_value(value: Any) -> Iterator[_Link]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _in_value(part)
    elif isinstance(value, str):
        yield from [_Link(value)] if value.startswith(("http://", "https://")) else _in_html(value)


def _in_html(html: str) -> Iterator[_Link]:
    if "<a" not in html:
        return
    reader = _Anchors()
    reader.feed(html)
    reader.close()
    yield from reader.found


class _Anchors(HTMLParser):
    """Collects the links of rich text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[_Link] = []
        self._open: dict[str, str | None] | None = None
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._open, self._text = dict(attrs), ""

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag != "a" or self._open is None:
            return
        number = self._open.get("id") or ""
        self.found.append(
            _Link(
                address=self._open.get("href") or "",
                kind=self._open.get("linktype") or "",
                number=int(number) if number.isdecimal() else 0,
                text=self._text.strip(),
            )
        )
        self._open = None
