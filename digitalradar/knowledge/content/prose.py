"""Running text: paragraphs and lists, as blocks and as Markdown.

Canonical form: one paragraph is one line, a blank line between blocks, the points of a list directly below each other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from .inline import InlineRefused, Runs, markdown, runs_of, tidy, write_inline

BLOCKS_REFUSED = {
    "html_block": "HTML ist nicht erlaubt.",
    "fence": "Programmtext ist nicht vorgesehen.",
    "code_block": "Eine Zeile beginnt nicht mit vier Leerzeichen.",
    "hr": "Eine Trennlinie ist nicht vorgesehen.",
    "blockquote_open": "Ein Zitatblock ist nicht vorgesehen.",
    "table_open": "Hier ist keine Tabelle vorgesehen.",
    "heading_open": "Hier ist keine Überschrift vorgesehen.",
}
NESTED = "Ein Listenpunkt ist ein einziger Absatz; Listen in Listen sind nicht vorgesehen."


@dataclass(frozen=True)
class Paragraph:
    """Never empty."""

    runs: Runs


@dataclass(frozen=True)
class Listing:
    """A list with at least one point; ``ordered`` ones count from 1."""

    items: tuple[Runs, ...]
    ordered: bool = False


Block = Paragraph | Listing


class BlockRefused(Exception):
    """Something stands in a text that none may hold; ``line`` counts from 0 within what was parsed."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


def read_prose(source: str) -> tuple[Block, ...]:
    """Return the blocks of a text. Raises :class:`BlockRefused`."""
    tokens = markdown().parse(source)
    return tuple(block for block, _lines in blocks_of(tokens))


def write_prose(blocks: Iterable[Block]) -> str:
    """Return the text as we write it; neighbouring lists of one kind are one list, as Markdown has it."""
    return "\n\n".join(_written(block) for block in tidy_blocks(blocks))


def tidy_blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the same text without empty blocks, its lines tidy, neighbouring lists of one kind joined."""
    tidied: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            if runs := tidy(block.runs):
                tidied.append(Paragraph(runs))
            continue
        items = tuple(runs for item in block.items if (runs := tidy(item)))
        before = tidied[-1] if tidied else None
        if items and isinstance(before, Listing) and before.ordered == block.ordered:
            tidied[-1] = Listing(before.items + items, block.ordered)
        elif items:
            tidied.append(Listing(items, block.ordered))
    return tuple(tidied)


def _written(block: Block) -> str:
    if isinstance(block, Paragraph):
        return write_inline(block.runs)
    return "\n".join(
        f"{f'{number}.' if block.ordered else '-'} {write_inline(runs)}" for number, runs in enumerate(block.items, 1)
    )


def blocks_of(tokens: Sequence[Token]) -> list[tuple[Block, list[int]]]:
    """Return blocks with the line of each paragraph or point. Raises :class:`BlockRefused`."""
    blocks: list[tuple[Block, list[int]]] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        end = _end(tokens, position)
        inside = tokens[position + 1 : end]
        if token.type == "paragraph_open":
            blocks.append((Paragraph(line_runs(inside[0])), [line_number(token)]))
        elif token.type in {"bullet_list_open", "ordered_list_open"}:
            blocks.append(_listing(token, inside))
        else:
            reason = BLOCKS_REFUSED.get(token.type, "Das ist hier nicht vorgesehen.")
            raise BlockRefused(line_number(token), reason)
        position = end + 1
    return blocks


def line_runs(token: Token) -> Runs:
    """Return the runs of an inline token. Raises :class:`BlockRefused`."""
    try:
        return runs_of(token.children or [])
    except InlineRefused as refusal:
        raise BlockRefused(line_number(token), str(refusal)) from refusal


def line_number(token: Token) -> int:
    """Return the line of a token within what was parsed, from 0."""
    return token.map[0] if token.map else 0


def _listing(opening: Token, inside: Sequence[Token]) -> tuple[Block, list[int]]:
    items, lines = [], []
    for token, following in zip(inside, [*inside[1:], None], strict=True):
        if token.level != opening.level + 1 or token.type != "list_item_open":
            continue
        if following is None or following.type == "list_item_close":
            raise BlockRefused(line_number(token), "Ein Listenpunkt ist leer.")
        parts = [one for one in inside if one.level == opening.level + 2 and one.nesting == 1 and _within(one, token)]
        if [part.type for part in parts] != ["paragraph_open"]:
            raise BlockRefused(line_number(token), NESTED)
        items.append(line_runs(inside[inside.index(parts[0]) + 1]))
        lines.append(line_number(token))
    return Listing(tuple(items), opening.type == "ordered_list_open"), lines


def _within(inner: Token, outer: Token) -> bool:
    return bool(inner.map and outer.map and outer.map[0] <= inner.map[0] < outer.map[1])


def _end(tokens: Sequence[Token], position: int) -> int:
    """Return the position of the token that closes the one at ``position``; itself where nothing is opened."""
    opening = tokens[position]
    if opening.nesting != 1:
        return position
    return next(
        later
        for later in range(position + 1, len(tokens))
        if tokens[later].level == opening.level and tokens[later].nesting == -1
    )
