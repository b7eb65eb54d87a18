"""What may stand inside a line: bold, links and references to facts, as runs of text.

A run has a text, is bold or not, and may be part of a link. Runs and Markdown are the same thing written twice: for
runs in tidy form ``read_inline(write_inline(runs)) == runs``. A reference to a fact, ``[F-SEC-06]``, is plain text.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.token import Token

FACT = re.compile(r"\[(F-[A-Z]{2,5}-\d{2,3})\]")
PAGE_LINK = re.compile(r"(leitfaden|technologie|praxis):([a-z0-9]+(?:-[a-z0-9]+)*)")
HREF = re.compile(rf"{PAGE_LINK.pattern}|https?://[^\s<>()\[\]\\`\"]+|mailto:[^\s<>()\[\]\\`\"]+|tel:[+\d-]+")
HREF_REASON = "Ein Link führt zu leitfaden:kennung, technologie:kennung, praxis:kennung oder https://…, nicht zu „{}“."
REFUSED = {
    "em_open": "Kursiv ist hier nicht vorgesehen; erlaubt sind **fett**, Links und Faktenkennungen.",
    "code_inline": "Schreibmaschinenschrift (`…`) ist nicht vorgesehen.",
    "html_inline": "HTML ist nicht erlaubt.",
    "image": "Bilder stehen nicht im Text.",
    "hardbreak": "Ein Umbruch mitten im Absatz ist nicht vorgesehen; beginnen Sie einen neuen Absatz.",
}
_SPACES = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")
_LETTER = "[A-Za-z0-9ÄÖÜäöüß]"
_FACT_OR_MARK = re.compile(
    rf"(?P<fact>{FACT.pattern}(?![(:\[]))|[\\`*<\[\]]|(?<!{_LETTER})_|_(?!{_LETTER})|&(?=#?\w+;)"
)
_LINE_START = re.compile(
    r"(?P<mark>#{1,6}(?=\s|$)|>|[-+](?=\s|$)|[-=]+\s*$|~{3})|(?P<number>\d{1,9})(?P<stop>[.)])(?=\s|$)"
)


@dataclass(frozen=True)
class Run:
    """A piece of text of one kind; ``href`` is empty outside of links."""

    text: str
    bold: bool = False
    href: str = ""


Runs = tuple[Run, ...]


class InlineRefused(Exception):
    """A line holds what no line may hold; the message is a German sentence."""


def markdown() -> MarkdownIt:
    """Return a parser for our part of Markdown; addresses of links stay as they are written."""
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


_PARSER = markdown()


def read_inline(source: str) -> Runs:
    """Return the runs of one line of Markdown, in tidy form.

    Raises:
        InlineRefused: something stands in it that a line may not hold.
    """
    if not source:
        return ()
    return runs_of(_PARSER.parseInline(source)[0].children or [])


def runs_of(tokens: Iterable[Token]) -> Runs:
    """Return the runs of a parsed line; see :func:`read_inline`."""
    runs, bold, href = [], False, ""
    for token in tokens:
        if token.type in REFUSED:
            raise InlineRefused(REFUSED[token.type])
        if token.type in {"strong_open", "strong_close"}:
            bold = token.type == "strong_open"
        elif token.type == "link_open":
            href = _address(token)
        elif token.type == "link_close":
            href = ""
        else:  # text, text_special (an escaped character), softbreak
            runs.append(Run(" " if token.type == "softbreak" else token.content, bold, href))
    return tidy(runs)


def _address(token: Token) -> str:
    if "title" in token.attrs:
        raise InlineRefused("Ein Link hat keinen Titel in Anführungszeichen.")
    href = str(token.attrs.get("href", ""))
    if not HREF.fullmatch(href):
        raise InlineRefused(HREF_REASON.format(href))
    return href


def write_inline(runs: Sequence[Run]) -> str:
    """Return the one way in which these runs are written as Markdown."""
    parts = []
    for href, group in groupby(tidy(runs), key=lambda run: run.href):
        text = "".join(f"**{_escape(run.text)}**" if run.bold else _escape(run.text) for run in group)
        if not href:
            parts.append(text)
            continue
        if parts and parts[-1].endswith("!"):
            parts[-1] = parts[-1][:-1] + "\\!"  # "![" would begin a picture
        parts.append(f"[{text}]({_escape_entities(href)})")
    return _escape_line_start("".join(parts))


def canonical_inline(source: str) -> str:
    """Return the line as we write it. Raises :class:`InlineRefused`."""
    return write_inline(read_inline(source))


def plain_text(source: str) -> str:
    """Return what a reader sees of the line, references to facts included. Raises :class:`InlineRefused`."""
    return "".join(run.text for run in read_inline(source))


def plain_runs(text: str) -> Runs:
    """Return the runs of a text without any markup."""
    return tidy([Run(text)])


def tidy(runs: Iterable[Run]) -> Runs:
    """Return the same text in as few runs as possible, no space at its ends and none doubled.

    Markdown cannot make a space at the edge bold or a link, nor close bold between a mark and a letter; there the edge
    moves inwards, which no reader sees.
    """
    tidied = _merged(Run(_clean(run.text), run.bold, run.href) for run in runs)
    tidied = _merged(_single_spaces(tidied))
    while (moved := _merged(_tight_links(_merged(_tight_bold(tidied))))) != tidied:
        tidied = moved
    return tidied


def _clean(text: str) -> str:
    text = _SPACES.sub(" ", unicodedata.normalize("NFC", text))
    return "".join(char for char in text if unicodedata.category(char) not in {"Cc", "Cs"})


def _merged(runs: Iterable[Run]) -> Runs:
    merged: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if merged and (merged[-1].bold, merged[-1].href) == (run.bold, run.href):
            merged[-1] = replace(run, text=merged[-1].text + run.text)
        else:
            merged.append(run)
    return tuple(merged)


def _single_spaces(runs: Sequence[Run]) -> list[Run]:
    """Drop a space after a space, and all white space at both ends of the line."""
    single: list[Run] = []
    before = " "
    for run in runs:
        text = re.sub(" +", " ", run.text)
        if before == " ":
            text = text.lstrip(" ")
        single.append(replace(run, text=text))
        before = text[-1:] or before
    _strip_first(single, range(len(single)), str.lstrip)
    _strip_first(single, range(len(single) - 1, -1, -1), str.rstrip)
    return single


def _strip_first(runs: list[Run], positions: Iterable[int], strip: Callable[[str], str]) -> None:
    for position in positions:
        runs[position] = replace(runs[position], text=strip(runs[position].text))
        if runs[position].text:
            return


def _tight_links(runs: Sequence[Run]) -> Iterator[Run]:
    """Move white space at both ends of a link out of it."""
    for href, group in groupby(runs, key=lambda run: run.href):
        inside = list(group)
        if not href:
            yield from inside
            continue
        first, last = inside[0].text, inside[-1].text
        yield Run(first[: len(first) - len(first.lstrip())])
        inside[0] = replace(inside[0], text=first.lstrip())
        inside[-1] = replace(inside[-1], text=inside[-1].text.rstrip())
        yield from inside
        yield Run(last[len(last.rstrip()) :] if len(inside) > 1 or last.strip() else "")


def _tight_bold(runs: Sequence[Run]) -> Iterator[Run]:
    """Make the first or last character of bold text thin where the asterisks beside it would not count as such."""
    for position, run in enumerate(runs):
        if not run.bold:
            yield run
            continue
        text = run.text
        start = not _opens(_neighbour(runs, position, -1), text[0])
        end = len(text) > start and not _opens(_neighbour(runs, position, 1), text[-1])
        first, last = text[:1] if start else "", text[-1:] if end else ""
        inner = text[len(first) : len(text) - len(last)]
        yield from (Run(first, False, run.href), replace(run, text=inner), Run(last, False, run.href))


def _neighbour(runs: Sequence[Run], position: int, step: int) -> str:
    """Return the character that stands beside a run in Markdown; a bracket where a link begins or ends."""
    other = position + step
    if not 0 <= other < len(runs):
        return "[" if runs[position].href else " "
    if runs[other].href != runs[position].href:
        return "["
    return runs[other].text[-1] if step < 0 else runs[other].text[0]


def _opens(outside: str, inside: str) -> bool:
    """Whether asterisks between the two characters belong to the inner one (CommonMark 0.31, 6.2, flanking)."""
    if isWhiteSpace(ord(inside)):
        return False
    return not _is_mark(inside) or isWhiteSpace(ord(outside)) or _is_mark(outside)


def _is_mark(char: str) -> bool:
    return isMdAsciiPunct(ord(char)) or isPunctChar(char)


def _escape(text: str) -> str:
    return _FACT_OR_MARK.sub(lambda match: match[0] if match["fact"] else f"\\{match[0]}", text)


def _escape_entities(href: str) -> str:
    return re.sub(r"&(?=#?\w+;)", r"\\&", href)


def _escape_line_start(line: str) -> str:
    found = _LINE_START.match(line)
    if not found:
        return line
    if found["number"]:
        return f"{found['number']}\\{line[found.end('number') :]}"
    return f"\\{line}"
