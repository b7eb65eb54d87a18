"""Writes the texts of a page for paper: the same sections as on screen, as runs and blocks in place of HTML."""

from html.parser import HTMLParser
from typing import Any

from django.conf import settings

from digitalradar.core.typst.blocks import Block, Text, items, numbers, text
from digitalradar.knowledge.presentation.citations import REFERENCE, Citations, is_web_address
from digitalradar.knowledge.presentation.explained import ExplainedTerms

SILENT = {"script", "style", "template"}


class PaperCitations(Citations):
    """Numbers facts as the page does; in the text stands a small number, at the end of the document its source."""

    def mark(self, reference: str) -> Any:
        """Return the run of a reference; nothing for a fact that is not in the fact base."""
        if not super().mark(reference):
            return ""
        return {"sup": f"[{self._numbers[reference]}]"}


class PaperWriter:
    """Stands in for ``knowledge.presentation.writer.Writer``. Terms are explained at the end, not in place."""

    def __init__(self, links: dict[int, str], citations: PaperCitations, terms: ExplainedTerms) -> None:
        self.links, self.citations, self.terms = links, citations, terms

    def prose(self, source: str) -> list[Block]:
        """Return rich text as paragraphs and lists."""
        reader = _Reader(self)
        reader.feed(source)
        reader.close()
        return reader.blocks()

    def text(self, text: str, *, explain: bool = True) -> Text:
        """Return plain text with its references as runs."""
        return [
            self.citations.mark(piece) if place % 2 else piece
            for place, piece in enumerate(REFERENCE.split(text))
            if piece
        ]

    def label(self, text: str) -> str:
        """Return a sentence without references."""
        return REFERENCE.sub("", text)


class _Reader(HTMLParser):
    """Reads rich text as stored; what it does not know becomes plain words."""

    def __init__(self, writer: PaperWriter) -> None:
        super().__init__(convert_charrefs=True)
        self._writer = writer
        self._blocks: list[Block] = []
        self._runs: list[Any] = []
        self._entries: list[Text] | None = None
        self._is_bold = False
        self._target = ""
        self._silent = 0

    def blocks(self) -> list[Block]:
        self._end_paragraph()
        return self._blocks

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self._silent += 1
        elif tag in {"p", "ul", "ol"}:
            self._end_paragraph()
            self._entries = None if tag == "p" else []
        elif tag in {"b", "strong"}:
            self._is_bold = True
        elif tag == "br":
            self._runs.append({"br": True})
        elif tag == "a":
            self._target = self._address(dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag == "p":
            self._end_paragraph()
        elif tag == "li" and self._entries is not None:
            self._entries.append(self._taken())
        elif tag in {"ul", "ol"} and self._entries is not None:
            if self._entries:
                self._blocks.append(items(self._entries) if tag == "ul" else numbers(self._entries))
            self._entries = None
        elif tag in {"b", "strong"}:
            self._is_bold = False
        elif tag == "a":
            self._target = ""

    def handle_data(self, data: str) -> None:
        if self._silent or not (data.strip() or self._runs):
            return
        run: Any = self._writer.text(data)
        if self._is_bold:
            run = {"bold": run}
        self._runs.append({"url": self._target, "t": run} if self._target else run)

    def _end_paragraph(self) -> None:
        if self._entries is None and self._runs:
            self._blocks.append(text(self._taken()))

    def _taken(self) -> Text:
        runs, self._runs = self._runs, []
        return runs

    def _address(self, attributes: dict[str, str | None]) -> str:
        if attributes.get("linktype") == "page":
            id_ = attributes.get("id") or ""
            return absolute(self._writer.links.get(int(id_), "")) if id_.isdecimal() else ""
        target = attributes.get("href") or ""
        return target if is_web_address(target) else ""


def absolute(url: str) -> str:
    """Return an address as it works on paper; nothing for none."""
    return f"{settings.PUBLIC_URL}{url}" if url.startswith("/") else url


def shown(url: str) -> str:
    """Return an address as people type it: without ``https://`` and the last stroke."""
    return absolute(url).partition("://")[2].rstrip("/")
