"""The parts a document is made of, as plain data. ``blocks.typ`` beside it lays out each kind.

A ``Text`` is a string, a run ``{"t": text, "lang": language}`` in another language, a link ``{"t": text, "url":
address}``, words in bold ``{"bold": text}``, a raised number ``{"sup": "[1]"}``, the end of a line ``{"br": True}``, or
a list of these.
"""

from typing import Any

Text = str | dict[str, str] | list[Any]
Block = dict[str, Any]


def heading(text: Text, level: int = 1, *, new_page: bool = False) -> Block:
    return {"kind": "heading", "text": text, "level": level, "new_page": new_page}


def text(words: Text, style: str = "body") -> Block:
    """A paragraph; ``style`` is lead, body, small or label (a small heading inside a section, no real one)."""
    return {"kind": "text", "text": words, "style": style}


def items(texts: list[Text], marker: str = "dash", style: str = "body") -> Block:
    """A list; ``marker`` is dash, check, box (to tick on paper), flag, question or date."""
    return {"kind": "list", "items": texts, "marker": marker, "style": style}


def numbers(texts: list[Text], *, start: int = 1, style: str = "body") -> Block:
    return {"kind": "numbers", "items": texts, "start": start, "style": style}


def facts(rows: list[tuple[Text, Text]], *, is_stacked: bool = False) -> Block:
    """Terms with what they stand for beside them, or below them where there is little room."""
    told = [{"term": term, "text": words} for term, words in rows if words]
    return {"kind": "facts", "rows": told, "stacked": is_stacked}


def column(head: Text, width: str = "auto", *, is_number: bool = False) -> dict[str, Any]:
    """A column of a table; ``width`` is auto or a share such as 2fr."""
    return {"head": head, "width": width, "is_number": is_number}


def table(columns: list[dict[str, Any]], rows: list[list[Any]], *, sums: int = 0, strong: int = -1) -> Block:
    """A table whose head is repeated on each page. The last ``sums`` rows are set apart, column ``strong`` is bold."""
    body, foot = (rows[:-sums], rows[-sums:]) if sums else (rows, [])
    return {"kind": "table", "columns": columns, "rows": body, "sums": foot, "strong": strong}


def gap(level: float | None, target: int | None, median: float | None = None) -> Block:
    """A cell of a table that draws level, target and median on a track from 1 to 5; the numbers stand beside it."""
    return {"kind": "gap", "level": level, "target": target, "median": median}


def figure(svg: str, alt: str, width: str = "100%") -> Block:
    return {"kind": "figure", "svg": svg, "alt": alt, "width": width}


def legend(entries: list[tuple[str, Text]]) -> Block:
    """Explain marks: own, target, focus, median."""
    return {"kind": "legend", "entries": [{"mark": mark, "label": label} for mark, label in entries]}


def columns(*parts: list[Block], widths: tuple[str, ...] = ("1fr", "1fr")) -> Block:
    return {"kind": "columns", "parts": list(parts), "widths": list(widths)}


def card(*blocks: Block) -> Block:
    """A bordered part with a yellow edge: something to do. Never split over two pages."""
    return {"kind": "card", "blocks": list(blocks)}


def note(*blocks: Block, tone: str = "info") -> Block:
    """A part set apart; ``tone`` is info or warn."""
    return {"kind": "note", "blocks": list(blocks), "tone": tone}


def keep(*blocks: Block) -> Block:
    """Parts that stay on one page."""
    return {"kind": "keep", "blocks": list(blocks)}


def score(
    value: str, of: Text, level: float | None, low: int = 1, high: int = 5, *, median: float | None = None
) -> Block:
    """The large number above a folding rule from ``low`` to ``high``, with the middle of others as a dashed tick."""
    return {"kind": "score", "value": value, "of": of, "level": level, "low": low, "high": high, "median": median}


def stage_line(value: str, stage: int, words: Text) -> Block:
    """A level with five squares and what they mean."""
    return {"kind": "stage", "value": value, "stage": stage, "text": words}


def bands(parts: list[dict[str, Any]], pointer: float, label: Text = "") -> Block:
    """A bar of labelled bands with a pointer; ``parts`` have label, range, width in percent and is_own."""
    return {"kind": "bands", "parts": parts, "pointer": pointer, "label": label}
