"""From the text of a file to a record and back."""

from dataclasses import dataclass, field
from functools import cached_property

from .body import read_body, write_body
from .documents import Document
from .front_matter import Broken, read_head, split, write_head
from .layouts import LAYOUTS
from .passages import Passage, passages
from .places import Location, locate
from .problem import ContentRefused, Level, Place, Problem, Reading
from .records import from_plain, to_plain
from .schema import UNORDERED, breaches, in_order

MAX_BYTES = 200_000


@dataclass(frozen=True)
class Source:
    """A file that was understood: the record, and the line of every part of it."""

    location: Location
    document: Document
    text: str
    lines: dict[Place, int] = field(repr=False, compare=False)

    def line_of(self, place: Place) -> int:
        """Return the line of a place; one that does not stand in the file is found at its nearest parent."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def problem(self, place: Place, reason: str, rule: str, level: Level = Level.ERROR) -> Problem:
        """Return the problem with a place of this file."""
        return Problem(self.location.path, self.line_of(place), reason, rule, level)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The words of the file; see :mod:`.passages`."""
        return tuple(passages(self.document))

    @property
    def is_canonical(self) -> bool:
        """Whether the file is written as we write it ourselves."""
        return write(self.document) == self.text


def parse(text: str, path: str) -> Document:
    """Return what a file says; see :func:`read`."""
    return read(text, path).document


def read(text: str, path: str) -> Source:
    """Read a file of the library; ``path`` is the one below its folder and says kind, language and identifier.

    Raises:
        ContentRefused: with everything that is wrong, each with its line.
    """
    location = locate(path)
    layout = LAYOUTS[location.kind, location.language]
    reading = Reading(path)
    try:
        head, body, lines_before = split(text)
        data = read_head(head, reading)
    except Broken as broken:
        raise ContentRefused([Problem(path, broken.line, broken.reason)]) from broken
    data |= read_body(body, layout, reading, lines_before)
    unread = {key for _heading, section in layout.sections for key in section.keys} - set(data)
    for place, reason in breaches(location.kind, data, unread):
        reading.refuse(reading.line_of(place), reason)
    if reading.problems:
        raise ContentRefused(sorted(set(reading.problems)))
    data |= {key: in_order(key, data[key]) for key in UNORDERED if key in data}
    named = {"identifier": location.identifier, "language": location.language}
    return Source(location, from_plain(layout.document, named | data), text, reading.lines)


def decode(content: bytes, path: str) -> str:
    """Return the text of a file. Raises :class:`ContentRefused` if it is too large or no UTF-8."""
    if len(content) > MAX_BYTES:
        raise ContentRefused([Problem(path, 1, f"Die Datei ist größer als {MAX_BYTES} Bytes.")])
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ContentRefused([Problem(path, line, "Die Datei ist nicht in UTF-8 gespeichert.")]) from error


def write(document: Document) -> str:
    """Return the one text in which we write a record: ``parse(write(document)) == document``."""
    kind = next(kind for (kind, _), layout in LAYOUTS.items() if layout.document is type(document))
    layout = LAYOUTS[kind, document.language]
    data = to_plain(document)
    return f"{write_head(data, layout.head)}\n{write_body(data, layout)}"
