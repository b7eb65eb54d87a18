"""Which queries may be kept: what somebody looks for, never who it was."""

import re

from .analysis.words import cleaned

LONGEST = 80
ADDRESS = re.compile(r"@|\bhttps?:|\bwww\.", re.IGNORECASE)
LONG_NUMBER = re.compile(r"\d(?:[\s/().+-]*\d){5,}")  # phone, account, customer numbers; DIN SPEC 27076 has five


def normalised(query: str) -> str:
    """Return the query in small letters with single spaces."""
    return " ".join(cleaned(query).lower().split())


def may_be_kept(query: str) -> bool:
    """Whether a normalised query looks like words: no e-mail or web address, no long number, at most 80 characters."""
    has_letters = sum(letter.isalpha() for letter in query) >= 2
    return has_letters and len(query) <= LONGEST and not ADDRESS.search(query) and not LONG_NUMBER.search(query)
