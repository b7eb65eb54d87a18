"""Read a small, harmless part of YAML and remember the line of everything.

What a catalogue needs are mappings, lists, texts, numbers and truth values. Anchors, aliases, tags, merge keys and
several documents in one file are refused: they are the parts of YAML by which a small file becomes a huge or a
surprising one. Only ``true`` and ``false`` are truth values and a date is a text, so that an answer ``no`` stays one.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import yaml

from .paths import Path

MAX_DEPTH = 24
MAX_VALUES = 50_000

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,11})\.[0-9]{1,12}")
_CONSTANTS = {"true": True, "false": False, "null": None, "~": None, "": None}


class YamlRefused(Exception):
    """The text is not what we read; ``line`` counts from 1."""

    def __init__(self, line: int, path: Path, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.path = path
        self.reason = reason


@dataclass
class StrictYaml:
    """A value and the line of each place in it; a key's line is where the key stands."""

    value: Any = None
    lines: dict[Path, int] = field(default_factory=dict)


def read_strict_yaml(text: str) -> StrictYaml:
    """Return the one document of ``text``, its texts in Unicode normal form C. Raises :class:`YamlRefused`."""
    try:
        return _Builder(unicodedata.normalize("NFC", text)).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlRefused(mark.line + 1 if mark else 1, (), f"This is not valid YAML: {error.problem}.") from error
    except yaml.reader.ReaderError as error:
        position = error.position if isinstance(error.position, int) else 0
        reason = "The file holds a character that text files do not have."
        raise YamlRefused(text.count("\n", 0, position) + 1, (), reason) from error


class _Builder:
    def __init__(self, text: str) -> None:
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
        self.result = StrictYaml()
        self.count = 0

    def document(self) -> StrictYaml:
        next(self.events)  # start of the stream
        if not isinstance(next(self.events), yaml.DocumentStartEvent):
            raise YamlRefused(1, (), "The file is empty.")
        first = next(self.events)
        self.result.lines[()] = _line(first)
        self.result.value = self._value(first, ())
        next(self.events)  # end of the document
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise YamlRefused(_line(after), (), "A file holds one document; this one has a second.")
        return self.result

    def _value(self, event: yaml.Event, path: Path) -> Any:
        self._guard(event, path)
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._mapping(path)

    def _guard(self, event: yaml.Event, path: Path) -> None:
        line = _line(event)
        self.count += 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise YamlRefused(line, path, "Anchors and references (& and *) are not read; write the value out.")
        if tag := getattr(event, "tag", None):
            raise YamlRefused(line, path, f"Tags are not read; leave out {tag}.")
        if len(path) > MAX_DEPTH:
            raise YamlRefused(line, path[:3], f"This is nested more than {MAX_DEPTH} levels deep.")
        if self.count > MAX_VALUES:
            raise YamlRefused(line, (), f"The file holds more than {MAX_VALUES} values.")

    def _sequence(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            place = (*path, len(items))
            self.result.lines[place] = _line(event)
            items.append(self._value(event, place))
        return items

    def _mapping(self, path: Path) -> dict[str, Any]:
        items: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            self._guard(event, path)
            line = _line(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise YamlRefused(line, path, "A key has to be a single word, not a list or a mapping.")
            place = (*path, event.value)
            if event.value in items:
                first = self.result.lines[place]
                raise YamlRefused(line, place, f"This key stands here twice, first on line {first}.")
            self.result.lines[place] = line
            items[event.value] = self._value(next(self.events), place)
        return items


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _scalar(event: yaml.ScalarEvent) -> Any:
    text = event.value.strip()  # white space at the ends is layout, never meaning
    if not event.implicit[0]:  # quoted or folded: always a text
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    return text
