"""The part of a file below its head: fixed headings in a fixed order, and what stands below each."""

from collections.abc import Mapping, Sequence
from typing import Any

from markdown_it.token import Token

from .inline import markdown
from .layouts import Layout
from .problem import Reading
from .prose import BlockRefused, line_number
from .sections import Section


def read_body(text: str, layout: Layout, reading: Reading, lines_before: int) -> dict[str, Any]:
    """Return the keys of all sections that could be read; what could not goes into ``reading``."""
    environment: dict[str, Any] = {}
    tokens = markdown().parse(text, environment)
    offset = lines_before + 1
    for label, reference in environment.get("references", {}).items():
        reading.refuse(reference["map"][0] + offset, f"Eine Linkdefinition [{label}]: … ist nicht vorgesehen.")
    if layout.sections[0][0] == "":
        return _read_section(layout.sections[0][1], tokens, reading, offset, offset)
    data: dict[str, Any] = {}
    parts = _split(tokens)
    _refuse_before(tokens, parts, reading, offset)
    _compare_headings([(title, line + offset) for title, line, _ in parts], layout, reading, offset)
    sections = dict(layout.sections)
    for title, line, inside in parts:
        if title in sections:
            data |= _read_section(sections[title], inside, reading, offset, line + offset)
    return data


def write_body(data: Mapping[str, Any], layout: Layout) -> str:
    """Return the Markdown below the head, with one line end at its end."""
    parts = []
    for heading, section in layout.sections:
        text = section.write(data)
        parts.append(f"## {heading}\n{text}" if heading else text)
    return "\n\n".join(parts) + "\n"


def _read_section(
    section: Section, tokens: Sequence[Token], reading: Reading, offset: int, heading: int
) -> dict[str, Any]:
    for key in section.keys:
        reading.lines[(key,)] = heading
    if not tokens:
        reading.refuse(heading, "Dieser Abschnitt ist leer.")
        return {}
    try:
        return section.read(tokens, reading, offset)
    except BlockRefused as refusal:
        reading.refuse(refusal.line + offset if refusal.line else heading, refusal.reason)
        return {}


def _split(tokens: Sequence[Token]) -> list[tuple[str, int, Sequence[Token]]]:
    """Return heading, line and tokens of each part that begins with a heading of the first or second level."""
    starts = [at for at, token in enumerate(tokens) if token.type == "heading_open" and token.tag in {"h1", "h2"}]
    ends = [*starts, len(tokens)][1:]
    return [
        (tokens[start + 1].content, line_number(tokens[start]), tokens[start + 3 : end])
        for start, end in zip(starts, ends, strict=True)
    ]


def _refuse_before(tokens: Sequence[Token], parts: list, reading: Reading, offset: int) -> None:
    first_heading = parts[0][1] if parts else None
    if tokens and line_number(tokens[0]) != first_heading:
        reading.refuse(line_number(tokens[0]) + offset, "Vor der ersten Überschrift steht kein Text.")


def _compare_headings(found: list[tuple[str, int]], layout: Layout, reading: Reading, offset: int) -> None:
    expected = [heading for heading, _section in layout.sections]
    titles = [title for title, _line in found]
    for number, (title, line) in enumerate(found):
        if title not in expected:
            reading.refuse(line, f"Die Überschrift „{title}“ ist hier nicht vorgesehen.")
        elif title in titles[:number]:
            reading.refuse(line, f"Die Überschrift „{title}“ steht hier zweimal.")
    last = found[-1][1] if found else offset
    for heading in expected:
        if heading not in titles:
            reading.refuse(last, f"Der Abschnitt „{heading}“ fehlt.")
    known = [title for title in dict.fromkeys(titles) if title in expected]
    in_order = [heading for heading in expected if heading in titles]
    if known != in_order:
        title = next(title for title, right in zip(known, in_order, strict=True) if title != right)
        line = next(line for other, line in found if other == title)
        reading.refuse(line, f"Der Abschnitt „{title}“ steht nicht an seinem Platz.")
