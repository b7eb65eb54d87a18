"""Which words of two texts differ. Pure."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

TOKENS = re.compile(r"\w+|\s+|[^\w\s]")
ALIKE = 0.35  # below this share of common words two texts are shown as wholly different


@dataclass(frozen=True)
class Segment:
    """A run of text that is the same on both sides, or stands only on this one."""

    text: str
    is_changed: bool


def word_diff(before: str, after: str) -> tuple[list[Segment], list[Segment]]:
    """Return both texts cut into segments; joined they are the texts again.

    Texts that have hardly a word in common are marked as a whole: crumbs of equal articles would only confuse.
    """
    old, new = TOKENS.findall(before), TOKENS.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < ALIKE:
        return _whole(before), _whole(after)
    left: list[Segment] = []
    right: list[Segment] = []
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        is_changed = kind != "equal"
        _add(left, "".join(old[start:end]), is_changed)
        _add(right, "".join(new[new_start:new_end]), is_changed)
    return left, right


def _whole(text: str) -> list[Segment]:
    return [Segment(text, True)] if text else []


def _add(segments: list[Segment], text: str, is_changed: bool) -> None:
    if text:
        segments.append(Segment(text, is_changed))
