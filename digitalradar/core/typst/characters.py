"""Text that our fonts can write. PDF/UA allows no character without a glyph, and people may type anything."""

import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any

LIST = Path(__file__).resolve().parent / "fonts/characters.txt"
REPLACEMENT = "?"
LAYOUT = frozenset("\n\u200b\u2060")  # line break, places to break and not to break: no glyph needed


@lru_cache(maxsize=1)
def known() -> frozenset[str]:
    """Return every character that all our fonts have."""
    return frozenset(LIST.read_text(encoding="utf-8")) | LAYOUT


def writable(value: Any) -> Any:
    """Return data of lists, dictionaries and texts in which every text can be written."""
    if isinstance(value, str):
        return value if known().issuperset(value) else "".join(map(_letter, unicodedata.normalize("NFC", value)))
    if isinstance(value, dict):
        return {key: writable(part) for key, part in value.items()}
    return [writable(part) for part in value] if isinstance(value, list | tuple) else value


@lru_cache(maxsize=1024)
def _letter(letter: str) -> str:
    """Return the letter, else the plain one it is made from, else a question mark; nothing for invisible ones."""
    if letter in known():
        return letter
    plain = "".join(part for part in unicodedata.normalize("NFKD", letter) if part in known())
    if plain or unicodedata.category(letter) in {"Cc", "Cf", "Mn"}:
        return plain
    return REPLACEMENT
