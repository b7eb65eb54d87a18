"""Writes an editor's text as HTML that is safe by construction: only what is listed here gets through."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from digitalradar.core.templatetags.components import icon
from digitalradar.core.templatetags.typography import typo

from .citations import REFERENCE, Citations, host, is_web_address
from .explained import ExplainedTerms, explanation

ELEMENTS = {"p": "p", "b": "b", "strong": "b", "ul": "ul", "ol": "ol", "li": "li"}
SILENT = {"script", "style", "template", "iframe", "noscript", "textarea", "title"}
OWN_ADDRESS = re.compile(r"(?:/(?!/)|#|mailto:|tel:)[^\s\\]*")


@dataclass(frozen=True)
class Writer:
    """Writes all texts of one page in reading order, so that numbers and first mentions come out right.

    ``links`` are the addresses of published pages by id; a link to any other page is written as plain text.
    """

    links: dict[int, str]
    citations: Citations
    terms: ExplainedTerms

    def prose(self, source: str) -> SafeString:
        """Return rich text as HTML."""
        filter_ = _Filter(self)
        filter_.feed(source)
        filter_.close()
        return filter_.html()

    def text(self, text: str, *, explain: bool = True) -> SafeString:
        """Return plain text with references, and with explanations where a link may stand."""
        return mark_safe("".join(self._pieces(text, explain)))  # noqa: S308 -- every piece is escaped

    def label(self, text: str) -> SafeString:
        """Return a plain sentence for a place where no link may stand."""
        return typo(REFERENCE.sub("", text))

    def _pieces(self, text: str, explain: bool) -> Iterator[str]:
        for index, piece in enumerate(REFERENCE.split(text)):
            if index % 2:
                yield self.citations.mark(piece)
            elif not explain:
                yield typo(piece)
            else:
                for words, term in self.terms.split(piece):
                    yield explanation(words, term) if term else typo(words)


class _Filter(HTMLParser):
    """Reads rich text as stored and writes the allowed part of it."""

    def __init__(self, writer: Writer) -> None:
        super().__init__(convert_charrefs=True)
        self._writer = writer
        self._out: list[str] = []
        self._open: list[tuple[str, str]] = []  # tag as read, closing text
        self._silent = 0

    def html(self) -> SafeString:
        self._close_down_to(0)
        return mark_safe("".join(self._out))  # noqa: S308 -- only listed elements and escaped text

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self._silent += 1
        elif tag == "br":
            self._out.append("<br>")
        elif tag == "a":
            start, end = self._link(dict(attrs))
            self._out.append(start)
            self._open.append(("a", end))
        elif element := ELEMENTS.get(tag):
            self._out.append(f"<{element}>")
            self._open.append((tag, f"</{element}>"))

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self._silent = max(self._silent - 1, 0)
            return
        tags = [read for read, _end in self._open]
        if tag in tags:
            self._close_down_to(len(tags) - 1 - tags[::-1].index(tag))

    def handle_data(self, data: str) -> None:
        if not self._silent:
            in_link = any(end for tag, end in self._open if tag == "a")
            self._out.append(self._writer.text(data, explain=not in_link))

    def _close_down_to(self, depth: int) -> None:
        while len(self._open) > depth:
            self._out.append(self._open.pop()[1])

    def _link(self, attributes: dict[str, str | None]) -> tuple[str, str]:
        """Return start and end of a link; both are empty if it leads nowhere a reader may go."""
        kind, target = attributes.get("linktype"), (attributes.get("href") or "").strip()
        if kind == "page":
            id_ = attributes.get("id") or ""
            target = self._writer.links.get(int(id_), "") if id_.isdecimal() else ""
        elif kind:
            return "", ""
        if is_web_address(target) and not _is_own(target):
            return format_html('<a class="external" href="{}" rel="noopener">', target), outside_mark() + "</a>"
        if is_web_address(target) or OWN_ADDRESS.fullmatch(target):
            return format_html('<a href="{}">', target), "</a>"
        return "", ""


def outside_mark() -> SafeString:
    """Return what says behind a link that it leaves this site."""
    return format_html('<span class="hidden-text"> ({})</span>{}', _("andere Website"), icon("external-link"))


def _is_own(url: str) -> bool:
    return host(url) == host(settings.PUBLIC_URL)
