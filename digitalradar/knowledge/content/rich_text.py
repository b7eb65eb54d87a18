"""Between our Markdown and the rich text that Wagtail stores: exact in both directions.

Rich text is ``<p>``, ``<ul>``, ``<ol>``, ``<li>``, ``<b>`` and ``<a>``. What its editor adds (keys of blocks, entities,
``<strong>``) is read and means nothing. References to facts stay literal text. Pages are known by number there and by
identifier here, so both functions are given the way from one to the other.
"""

from collections.abc import Callable
from html import escape
from html.parser import HTMLParser
from itertools import groupby
from urllib.parse import quote

from .inline import HREF, PAGE_LINK, Run, Runs
from .prose import Block, Listing, Paragraph, read_prose, tidy_blocks, write_prose

FindPage = Callable[[str, str], int | None]
NamePage = Callable[[int], str | None]

_TEXT_TAGS = {"b", "strong", "a", "p", "ul", "ol", "li", "br", "span", "div"}
_REFUSED = "Auf der Website steht hier etwas, das Dateien nicht kennen (<{}>)."
_LOST_PAGE = "Ein Link führt zu einer Seite, die es nicht gibt oder die nicht zur Bibliothek gehört."
_LOST_LINK = "Ein Link führt zu „{}“; Dateien kennen nur Seiten der Bibliothek und Adressen mit https://."


class NotWritable(Exception):
    """Rich text that files cannot hold; the message is a German sentence."""


def to_rich_text(markdown: str, find_page: FindPage) -> str:
    """Return the rich text of a text; a link to a page that ``find_page`` does not know becomes plain words."""
    return "".join(_block(block, find_page) for block in read_prose(markdown))


def from_rich_text(html: str, name_page: NamePage) -> str:
    """Return the Markdown of rich text. ``name_page`` gives ``leitfaden:kennung`` for the number of a page.

    Raises:
        NotWritable: it holds what files do not know.
    """
    reader = _Reader(name_page)
    reader.feed(html)
    reader.close()
    return write_prose(reader.finish())


def _block(block: Block, find_page: FindPage) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{_line(block.runs, find_page)}</p>"
    tag = "ol" if block.ordered else "ul"
    items = "".join(f"<li>{_line(runs, find_page)}</li>" for runs in block.items)
    return f"<{tag}>{items}</{tag}>"


def _line(runs: Runs, find_page: FindPage) -> str:
    parts = []
    for href, group in groupby(runs, key=lambda run: run.href):
        text = "".join(f"<b>{_text(run.text)}</b>" if run.bold else _text(run.text) for run in group)
        attributes = _attributes(href, find_page) if href else ""
        parts.append(f"<a {attributes}>{text}</a>" if attributes else text)
    return "".join(parts)


def _attributes(href: str, find_page: FindPage) -> str:
    page = PAGE_LINK.fullmatch(href)
    if not page:
        return f'href="{escape(href)}"'
    number = find_page(page[1], page[2])
    return f'linktype="page" id="{number}"' if number else ""


def _text(text: str) -> str:
    return escape(text, quote=False)


class _Reader(HTMLParser):
    """Collects blocks; what stands outside of any paragraph is one of its own."""

    def __init__(self, name_page: NamePage) -> None:
        super().__init__(convert_charrefs=True)
        self.name_page = name_page
        self.blocks: list[Block] = []
        self.runs: list[Run] = []
        self.items: list[Runs] | None = None
        self.ordered = False
        self.bold = 0
        self.href = ""

    def finish(self) -> tuple[Block, ...]:
        """Return the blocks, tidy."""
        self._end_line()
        return tidy_blocks(self.blocks)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TEXT_TAGS:
            raise NotWritable(_REFUSED.format(tag))
        if tag in {"ul", "ol"}:
            self._begin_list(tag)
        elif tag == "a":
            self.href = self._address(dict(attrs))
        elif tag == "br":
            self._break()
        elif tag in {"b", "strong"}:
            self.bold += 1
        elif tag in {"p", "div"} and self.items is None:
            self._end_line()

    def handle_endtag(self, tag: str) -> None:
        if tag in {"ul", "ol"}:
            self._end_list()
        elif tag == "li" or (tag in {"p", "div"} and self.items is None):
            self._end_line()
        elif tag == "a":
            self.href = ""
        elif tag in {"b", "strong"}:
            self.bold = max(0, self.bold - 1)

    def handle_data(self, data: str) -> None:
        self.runs.append(Run(data, self.bold > 0, self.href))

    def _begin_list(self, tag: str) -> None:
        if self.items is not None:
            raise NotWritable("Auf der Website steht hier eine Liste in einer Liste.")
        self._end_line()
        self.items, self.ordered = [], tag == "ol"

    def _end_list(self) -> None:
        self._end_line()
        if self.items is not None:
            self.blocks.append(Listing(tuple(self.items), self.ordered))
        self.items = None

    def _end_line(self) -> None:
        runs, self.runs = tuple(self.runs), []
        if self.items is not None:
            self.items.append(runs)
        elif runs:
            self.blocks.append(Paragraph(runs))

    def _break(self) -> None:
        """A line break begins a new paragraph; inside a point it is a space."""
        if self.items is None:
            self._end_line()
        else:
            self.runs.append(Run(" "))

    def _address(self, attributes: dict[str, str | None]) -> str:
        if attributes.get("linktype") == "page" and (attributes.get("id") or "").isdigit():
            name = self.name_page(int(attributes["id"] or 0))
            if not name:
                raise NotWritable(_LOST_PAGE)
            return name
        href = quote(attributes.get("href") or "", safe="/:?#@!$&'*+,;=%~-._äöüÄÖÜß|{}^")
        if not HREF.fullmatch(href) or PAGE_LINK.fullmatch(href):
            raise NotWritable(_LOST_LINK.format(attributes.get("href") or attributes.get("linktype") or ""))
        return href
