"""The kinds of sections a file may have: each reads the tokens below its heading and writes them back."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from markdown_it.token import Token

from .inline import Run, Runs, plain_runs, tidy, write_inline
from .problem import Reading
from .prose import Block, BlockRefused, Listing, Paragraph, blocks_of, line_number, line_runs, read_prose, write_prose

PLAIN = "Hier stehen nur Wörter, weder fett noch Links."
_CLOSING_HASHES = re.compile(r"(?<=\s)(#+)$")  # Markdown would take them for the end of the heading
BOX = re.compile(r"\[[ xX]?\] +")


class Section(Protocol):
    """One section. ``keys`` are what it fills in the parsed form."""

    keys: tuple[str, ...]

    def read(self, tokens: Sequence[Token], reading: Reading, offset: int) -> dict[str, Any]:
        """Return the values of the keys. Lines of tokens count from ``offset``. Raises :class:`BlockRefused`."""

    def write(self, data: Mapping[str, Any]) -> str:
        """Return the Markdown below the heading."""


@dataclass(frozen=True)
class Prose:
    """Paragraphs and lists with bold, links and references to facts; kept as canonical Markdown."""

    key: str

    @property
    def keys(self) -> tuple[str, ...]:
        return (self.key,)

    def read(self, tokens: Sequence[Token], reading: Reading, offset: int) -> dict[str, Any]:
        blocks = blocks_of(tokens)
        _note_lines(blocks, (self.key,), reading, offset)
        return {self.key: write_prose(block for block, _lines in blocks)}

    def write(self, data: Mapping[str, Any]) -> str:
        return str(data[self.key])


@dataclass(frozen=True)
class Words:
    """One paragraph without markup."""

    key: str

    @property
    def keys(self) -> tuple[str, ...]:
        return (self.key,)

    def read(self, tokens: Sequence[Token], reading: Reading, offset: int) -> dict[str, Any]:
        blocks = blocks_of(tokens)
        if len(blocks) != 1 or not isinstance(blocks[0][0], Paragraph):
            raise BlockRefused(0, "Hier steht genau ein Absatz.")
        paragraph, lines = blocks[0]
        reading.lines[(self.key,)] = offset + lines[0]
        return {self.key: plain(paragraph.runs, lines[0])}

    def write(self, data: Mapping[str, Any]) -> str:
        return canonical_plain(data[self.key])


@dataclass(frozen=True)
class Sentences:
    """A list of plain sentences."""

    key: str

    @property
    def keys(self) -> tuple[str, ...]:
        return (self.key,)

    def read(self, tokens: Sequence[Token], reading: Reading, offset: int) -> dict[str, Any]:
        blocks = blocks_of(tokens)
        if len(blocks) != 1 or not isinstance(blocks[0][0], Listing) or blocks[0][0].ordered:
            raise BlockRefused(0, "Hier steht genau eine Aufzählung; jede Zeile beginnt mit „- “.")
        listing, lines = blocks[0]
        for number, line in enumerate(lines):
            reading.lines[(self.key, number)] = offset + line
        return {self.key: [plain(runs, line) for runs, line in zip(listing.items, lines, strict=True)]}

    def write(self, data: Mapping[str, Any]) -> str:
        return "\n".join(f"- {write_inline(plain_runs(sentence))}" for sentence in data[self.key])


@dataclass(frozen=True)
class Steps:
    """Steps, each with a title, a line ``*who, how long*``, running text and things to tick off."""

    key: str

    @property
    def keys(self) -> tuple[str, ...]:
        return (self.key,)

    def read(self, tokens: Sequence[Token], reading: Reading, offset: int) -> dict[str, Any]:
        starts = [at for at, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h3"]
        if not starts or starts[0] != 0:
            raise BlockRefused(0, "Hier beginnt jeder Schritt mit einer Überschrift „### …“.")
        steps, told = [], len(reading.problems)
        for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(tokens)], strict=True)):
            reading.lines[(self.key, number)] = offset + line_number(tokens[start])
            try:
                steps.append(_read_step(tokens[start:end], reading, offset, (self.key, number)))
            except BlockRefused as refusal:
                reading.refuse(offset + refusal.line, refusal.reason)
        return {self.key: steps} if len(reading.problems) == told else {}

    def write(self, data: Mapping[str, Any]) -> str:
        return "\n\n".join(_write_step(step) for step in data[self.key])


@dataclass(frozen=True)
class Table:
    """A table of plain cells with a fixed head."""

    key: str
    columns: tuple[str, ...]
    head: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        return (self.key,)

    def read(self, tokens: Sequence[Token], reading: Reading, offset: int) -> dict[str, Any]:
        rows = _rows(tokens)
        if not rows or tuple(plain(cell, 0) for cell in rows[0][1]) != self.head:
            raise BlockRefused(0, f"Hier steht eine Tabelle mit dem Kopf | {' | '.join(self.head)} |.")
        read = []
        for number, (line, cells) in enumerate(rows[1:]):
            reading.lines[(self.key, number)] = offset + line
            read.append({column: plain(cell, line) for column, cell in zip(self.columns, cells, strict=True)})
        return {self.key: read}

    def write(self, data: Mapping[str, Any]) -> str:
        rows = [[row[column] for column in self.columns] for row in data[self.key]]
        head = [_row(self.head), "|" + "---|" * len(self.head)]
        return "\n".join([*head, *(_row([write_inline(plain_runs(cell)) for cell in row]) for row in rows)])


@dataclass(frozen=True)
class Labelled:
    """Several texts under one heading, each beginning with its label in bold."""

    labels: tuple[tuple[str, str], ...]

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(key for key, _label in self.labels)

    def read(self, tokens: Sequence[Token], reading: Reading, offset: int) -> dict[str, Any]:
        parts: dict[str, list[tuple[Block, list[int]]]] = {}
        waiting = list(self.labels)
        key = ""
        for block, lines in blocks_of(tokens):
            if waiting and (runs := _after_label(block, waiting[0][1])) is not None:
                key = waiting.pop(0)[0]
                parts[key] = [(Paragraph(runs), lines)] if runs else []
                reading.lines[(key,)] = offset + lines[0]
                continue
            if not key:
                break
            parts[key].append((block, lines))
        if waiting:
            raise BlockRefused(0, f"Hier fehlt ein Absatz, der mit **{waiting[0][1]}** beginnt.")
        for key, blocks in parts.items():
            _note_lines(blocks, (key,), reading, offset)
        return {key: write_prose(block for block, _lines in blocks) for key, blocks in parts.items()}

    def write(self, data: Mapping[str, Any]) -> str:
        return "\n\n".join(_write_labelled(label, data[key]) for key, label in self.labels)


def plain(runs: Runs, line: int) -> str:
    """Return the text of a line that has no markup. Raises :class:`BlockRefused` if it has."""
    if any(run.bold or run.href for run in runs):
        raise BlockRefused(line, PLAIN)
    return "".join(run.text for run in runs)


def _note_lines(blocks: Sequence[tuple[Block, list[int]]], place: tuple, reading: Reading, offset: int) -> None:
    """Remember the line of each paragraph or point; they are numbered through the whole text."""
    lines = [line for _block, lines in blocks for line in lines]
    for number, line in enumerate(lines):
        reading.lines[(*place, number)] = offset + line
    if lines:
        reading.lines.setdefault(place, offset + lines[0])


def _read_step(tokens: Sequence[Token], reading: Reading, offset: int, place: tuple) -> dict[str, Any]:
    title = plain(line_runs(tokens[1]), line_number(tokens[0]))
    who, rest = _who(tokens[3:], line_number(tokens[0]))
    blocks = blocks_of(rest)
    if not blocks or not (isinstance(blocks[-1][0], Listing) and _is_checklist(blocks[-1][0])):
        raise BlockRefused(line_number(tokens[0]), "Dieser Schritt endet nicht mit einer Checkliste („- [ ] …“).")
    listing, lines = blocks.pop()
    for number, line in enumerate(lines):
        reading.lines[(*place, "checklist", number)] = offset + line
    _note_lines(blocks, (*place, "text"), reading, offset)
    checklist = [BOX.sub("", plain(runs, line), count=1) for runs, line in zip(listing.items, lines, strict=True)]
    return {"title": title, "who": who, "text": write_prose(block for block, _ in blocks), "checklist": checklist}


def _who(tokens: Sequence[Token], line: int) -> tuple[str, Sequence[Token]]:
    """Return the text of the line ``*who, how long*`` and the tokens after it."""
    children = tokens[1].children or [] if len(tokens) > 2 and tokens[0].type == "paragraph_open" else []
    kinds = [child.type for child in children if child.type != "text" or child.content]
    if kinds[:1] != ["em_open"] or kinds[-1:] != ["em_close"] or kinds.count("em_open") != 1:
        raise BlockRefused(line, "Unter der Überschrift des Schrittes fehlt die Zeile *wer, wie lange*.")
    inner = [child for child in children if child.type not in {"em_open", "em_close"}]
    return plain(line_runs(replace(tokens[1], children=inner)), line_number(tokens[0])), tokens[3:]


def _is_checklist(listing: Listing) -> bool:
    return not listing.ordered and all(runs and BOX.match(runs[0].text) for runs in listing.items)


def _write_step(step: Mapping[str, Any]) -> str:
    title = _CLOSING_HASHES.sub(r"\\\1", canonical_plain(step["title"]))
    lines = [f"### {title}", f"*{canonical_plain(step['who'])}*", "", step["text"]]
    return "\n".join([*lines, *(f"- [ ] {canonical_plain(item)}" for item in step["checklist"])])


def canonical_plain(text: str) -> str:
    """Return a text without markup as it is written in Markdown."""
    return write_inline(plain_runs(text))


def _rows(tokens: Sequence[Token]) -> list[tuple[int, list[Runs]]]:
    if not tokens or tokens[0].type != "table_open" or tokens[-1].type != "table_close":
        return []
    rows: list[tuple[int, list[Runs]]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append((line_number(token), []))
        elif token.type == "inline":
            rows[-1][1].append(line_runs(token))
    return rows


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _after_label(block: Block, label: str) -> Runs | None:
    """Return what follows the label if the block is a paragraph that begins with it."""
    if isinstance(block, Paragraph) and block.runs[:1] and block.runs[0] == Run(label, bold=True):
        return tidy(block.runs[1:])
    return None


def _write_labelled(label: str, text: str) -> str:
    blocks = read_prose(text)
    first = blocks[0].runs if blocks and isinstance(blocks[0], Paragraph) else ()
    opening = Paragraph((Run(label, bold=True), Run(" "), *first))
    return write_prose([opening, *(blocks[1:] if first else blocks)])
