"""When a text is still the one that was reviewed (docs/explanation/editorial.md)."""

import re
from difflib import SequenceMatcher

SMALL_CHANGE_WORDS = 10
WORD = re.compile(r"\w(?:[\w.,:/@%€§-]*\w)?|[%€§]")
# Whoever changes one of these changes what is right or wrong, however small the change looks.
NEGATIONS = {"nicht", "kein", "keine", "keinen", "keinem", "keiner", "nie", "niemals", "ohne", "nur", "außer"}
DUTIES = {"muss", "müssen", "darf", "dürfen", "soll", "sollen", "sollte", "kann", "können"}
ENGLISH = {"not", "no", "never", "without", "only", "except", "must", "may", "shall", "should", "can", "cannot"}
WEIGHTY = frozenset(NEGATIONS | DUTIES | ENGLISH)


def words(text: str) -> list[str]:
    """Return the words of a text in their order; signs between them and upper case say nothing."""
    return WORD.findall(text.casefold())


def is_same_wording(reviewed: str, text: str) -> bool:
    """Whether two texts have the same words in the same order."""
    return words(reviewed) == words(text)


def is_small_change(reviewed: str, text: str) -> bool:
    """Whether a text may still be called reviewed: at most ten words differ, and none of them is weighty.

    Weighty are words with a digit (amounts, dates, paragraphs, facts), addresses, and words such as "nicht" or "muss".
    A typing error so does not cost the review; another figure does.
    """
    before, after = words(reviewed), words(text)
    changed, count = [], 0
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            changed += before[i1:i2] + after[j1:j2]
            count += max(i2 - i1, j2 - j1)
    return count <= SMALL_CHANGE_WORDS and not any(map(_is_weighty, changed))


def _is_weighty(word: str) -> bool:
    return word in WEIGHTY or "/" in word or any(letter.isdigit() for letter in word)
