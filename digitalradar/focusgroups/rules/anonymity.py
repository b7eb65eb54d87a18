"""Whether a text that everybody is to read still names somebody. Pure: plain texts in, words out."""

import re
from collections.abc import Iterable

from digitalradar.knowledge.rules.personal import EMAIL, IBAN, PHONE

# Parts of names that stand in many texts without naming anybody.
COMMON_WORDS = """
gmbh mbh kg ohg gbr ug ag eg e.k e.v co und and der die das von van zu für im am bei dr prof herr frau
betrieb firma unternehmen werkstatt handwerk technik service beratung metallbau tischlerei bäckerei handel
metall holz bau elektro druck logistik hotel praxis
"""
COMMON = frozenset(COMMON_WORDS.split())
WORD = re.compile(r"[\w.]+")
SHORTEST = 3  # letters; shorter parts of names are found everywhere
MONTH = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
DATE = re.compile(rf"\b\d{{1,2}}\.\s?(?:\d{{1,2}}\.|{MONTH})\s?(?:\d{{4}}|\d{{2}}\b)?|\b\d{{4}}-\d{{2}}-\d{{2}}\b")


def telling_words(text: str, names: Iterable[str]) -> list[str]:
    """Return what in ``text`` points to somebody: parts of ``names``, addresses, numbers, dates; once each.

    It finds what a machine can find; that nobody recognises the story only its author can judge.
    """
    parts = {_plain(word) for name in names for word in WORD.findall(name)}
    parts = {part for part in parts if len(part) >= SHORTEST and part not in COMMON}
    named = [word.strip(".") for word in WORD.findall(text) if _plain(word) in parts or _plain(word)[:-1] in parts]
    signs = [match.strip() for pattern in (EMAIL, IBAN, PHONE, DATE) for match in pattern.findall(text)]
    return list(dict.fromkeys(named + signs))


def _plain(word: str) -> str:
    return word.lower().strip(".")
