"""The words of a document, passage by passage, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from .documents import Document
from .inline import Run
from .layouts import LAYOUTS
from .problem import Place
from .prose import Block, Listing, read_prose
from .sections import Labelled, Prose


class Kind(Enum):
    """What a passage is: running text, a sentence of a list, a cell or thing to tick off, a title or label."""

    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"
    NOTE = "note"
    TITLE = "title"


@dataclass(frozen=True)
class Passage:
    """``text`` is what a reader sees, references to facts included; ``links`` are its targets."""

    place: Place
    text: str
    kind: Kind
    links: tuple[str, ...] = ()


def passages(document: Document) -> Iterator[Passage]:
    """Yield everything below the head in the order of the file, headings of sections left out."""
    layout = next(layout for layout in LAYOUTS.values() if layout.document is type(document))
    for _heading, section in layout.sections:
        for key in section.keys:
            value = getattr(document, key)
            if isinstance(section, Prose | Labelled):
                yield from _prose(value, (key,))
            elif isinstance(value, str):
                yield Passage((key,), value, Kind.PARAGRAPH)
            else:
                yield from _entries(value, key)


def _entries(entries: tuple, key: str) -> Iterator[Passage]:
    for number, entry in enumerate(entries):
        place = (key, number)
        if isinstance(entry, str):
            yield Passage(place, entry, Kind.SENTENCE)
        elif key == "steps":
            yield Passage(place, entry.title, Kind.TITLE)
            yield Passage(place, entry.who, Kind.TITLE)
            yield from _prose(entry.text, (*place, "text"))
            for item, text in enumerate(entry.checklist):
                yield Passage((*place, "checklist", item), text, Kind.NOTE)
        else:
            for text in (entry.chance, entry.risk, entry.remedy):
                yield Passage(place, text, Kind.NOTE)


def _prose(source: str, place: Place) -> Iterator[Passage]:
    lines = (line for block in read_prose(source) for line in _lines(block))
    for number, (runs, kind) in enumerate(lines):
        links = tuple(dict.fromkeys(run.href for run in runs if run.href))
        yield Passage((*place, number), "".join(run.text for run in runs), kind, links)


def _lines(block: Block) -> Iterator[tuple[tuple[Run, ...], Kind]]:
    if isinstance(block, Listing):
        yield from ((runs, Kind.SENTENCE) for runs in block.items)
    else:
        yield block.runs, Kind.PARAGRAPH
