"""The head of a file: keys and values between two lines of three hyphens, in a small, harmless part of YAML.

Values are texts, whole numbers, lists and lists of small mappings. Anchors, tags and doubled keys are refused; dates
and ``2026.1`` are texts.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from .problem import Place, Reading

FENCE = "---"
MAX_VALUES = 2_000
MAX_DEPTH = 3
_WHOLE = re.compile(r"0|[1-9][0-9]{0,8}")
_EMPTY = {"", "~", "null"}


class Broken(Exception):
    """The head cannot be read at all; ``line`` counts from 1 in the file."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


def split(text: str) -> tuple[str, str, int]:
    """Return head, body and the number of lines before the body. Raises :class:`Broken`."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        raise Broken(1, "Die Datei beginnt nicht mit einer Zeile aus drei Strichen (---).")
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == FENCE:
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 1
    raise Broken(1, "Der Kopf der Datei endet nicht: die zweite Zeile aus drei Strichen (---) fehlt.")


def read_head(head: str, reading: Reading) -> dict[str, Any]:
    """Return the keys of the head; the line of each goes into ``reading``. Raises :class:`Broken`."""
    try:
        _refuse_tricks(head)
        node = yaml.compose(head, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Broken(_line(mark) if mark else 2, f"Der Kopf ist kein gültiges YAML ({error.problem}).") from error
    except yaml.reader.ReaderError as error:
        raise Broken(2, "Im Kopf steht ein Zeichen, das in Textdateien nicht vorkommt.") from error
    if not isinstance(node, yaml.MappingNode):
        raise Broken(2, "Der Kopf besteht aus Zeilen der Form „schlüssel: wert“.")
    return _mapping(node, (), reading)


def write_head(data: Mapping[str, Any], order: Sequence[str]) -> str:
    """Return the head with its fences, keys in the given order; keys without a value are left out."""
    keys = [key for key in order if data.get(key) is not None]
    return "\n".join([FENCE, *(line for key in keys for line in _written(key, data[key])), FENCE, ""])


def _refuse_tricks(head: str) -> None:
    depth = 0
    for count, event in enumerate(yaml.parse(head, Loader=yaml.SafeLoader)):
        line = _line(event.start_mark)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Broken(line, "Anker und Verweise (& und *) werden nicht gelesen; setzen Sie den Wert in Anführungen.")
        if getattr(event, "tag", None):
            raise Broken(line, "Ein Wert beginnt nicht mit „!“; setzen Sie ihn in Anführungszeichen.")
        if count > MAX_VALUES or depth > MAX_DEPTH:
            raise Broken(line, "Der Kopf hat zu viele Werte oder ist zu tief verschachtelt.")


def _value(node: yaml.Node, place: Place, reading: Reading) -> Any:
    reading.lines.setdefault(place, _line(node.start_mark))
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, place, reading)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*place, number), reading) for number, item in enumerate(node.value)]
    return _scalar(node)


def _mapping(node: yaml.MappingNode, place: Place, reading: Reading) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = _line(key_node.start_mark)
        if not isinstance(key_node, yaml.ScalarNode):
            raise Broken(line, "Ein Schlüssel ist ein einzelnes Wort.")
        key = key_node.value
        if key in values:
            reading.refuse(line, f"„{key}“ steht hier zweimal.")
        reading.lines[(*place, key)] = line
        values[key] = _value(value_node, (*place, key), reading)
    return values


def _scalar(node: yaml.ScalarNode) -> str | int | None:
    text = " ".join(unicodedata.normalize("NFC", node.value).split())
    if node.style is not None:  # quoted or folded: always a text
        return text
    if text in _EMPTY:
        return None
    return int(text) if _WHOLE.fullmatch(text) else text


def _line(mark: yaml.Mark) -> int:
    return int(mark.line) + 2  # the fence is line 1, marks count from 0


def _written(key: str, value: Any) -> list[str]:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        lines = [f"{key}:"]
        for item in value:
            pairs = [f"{name}: {_dump(part)}" for name, part in item.items() if part is not None]
            lines += [f"  {'- ' if number == 0 else '  '}{pair}" for number, pair in enumerate(pairs)]
        return lines
    return [f"{key}: {_dump(value)}"]


def _dump(value: Any) -> str:
    """Return a value on one line; lists in square brackets."""
    flow = isinstance(value, list)
    written = yaml.dump(value, Dumper=yaml.SafeDumper, allow_unicode=True, width=10**9, default_flow_style=flow)
    return str(written).strip().removesuffix("\n...")
