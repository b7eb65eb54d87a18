"""Words, sentences and syllables of German and English texts, and how hard they are to read.

The figure is the first Vienna formula for non-fiction (Wiener Sachtextformel; R. Bamberger and E. Vanecek, Lesen -
Verstehen - Lernen - Schreiben, 1984): 0.1935 MS + 0.1672 SL + 0.1297 IW - 0.0327 ES - 0.875, where MS is the share of
words with three syllables or more, IW of words with more than six letters, ES of words with one syllable (all in
percent), and SL the mean number of words in a sentence. It stands for a school year, from 4 (easy) to 15 (hard). For
English texts it orders well, but is no school year.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .inline import FACT

WORD = re.compile(r"\w+(?:[-'’/]\w+)*")
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_VOWELS = re.compile(r"aa|ee|oo|ie|ei|ai|au|äu|eu|ey|ay|[aeiouyäöü]")
# What ends in a full stop without ending a sentence: abbreviations, single letters, and numbers that are ordinals.
_ABBREVIATION = re.compile(
    r"\b(?:[A-Za-zäöü]|Abs|Art|Nr|Nrn|bzw|ca|usw|etc|inkl|zzgl|ggf|max|min|evtl|Mio|Mrd|Dr|Prof|St|Std|e\.g|i\.e)\.$"
)
_ORDINAL = re.compile(r"\b(?:am|dem|den|der|das|die|des|im|vom|zum|zur|bis|ab|seit|beim|jede[mnrs]?)\s+\d{1,2}\.$")
_DAY = re.compile(r"\b\d{1,2}\.$")
_MONTH = re.compile(r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b")
_END = re.compile(
    r"(?:\b(?:z|B|d|h|u|a|o|ä|s|v|Abs|Art|Nr|Nrn|bzw|ca|usw|etc|inkl|zzgl|ggf|max|min|evtl|Mio|Mrd|Dr|Prof|St|Std|"
    r"e\.g|i\.e)|\b\d{1,2})\.$"
)
_END = re.compile(r"(?<=[.!?…])[“”\")\]]*\s+(?=[\[„“\"(]*[A-ZÄÖÜ0-9])|:\s+(?=[„“\"(]*[A-ZÄÖÜ])")


@dataclass(frozen=True)
class Readability:
    """``mean`` and ``longest`` are words per sentence, ``figure`` the Vienna formula, ``hardest`` the longest one."""

    words: int
    sentences: int
    mean: float
    longest: int
    hardest: str
    figure: float


def words(text: str) -> list[str]:
    """Return the words of a text; references to facts are none."""
    return WORD.findall(FACT.sub(" ", text))


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph; after a colon a capital letter begins a new one."""
    found: list[str] = []
    for part in _END.split(FACT.sub(" ", text)):
        if found and _goes_on(found[-1], part):
            found[-1] = f"{found[-1]} {part}"
        elif part.strip():
            found.append(part.strip())
    return found


def _goes_on(before: str, part: str) -> bool:
    if _ABBREVIATION.search(before) or _ORDINAL.search(before):
        return True
    return bool(_DAY.search(before) and _MONTH.match(part))


def syllables(word: str) -> int:
    """Return how many syllables a word has; of an abbreviation like ERP as many as letters."""
    if word.isupper() and len(word) > 1:
        return len(word)
    lowered = word.lower().replace("qu", "q")
    return max(1, len(_VOWELS.findall(lowered)))


def readability(texts: Sequence[str]) -> Readability:
    """Return the figures of several paragraphs taken together."""
    parts = [sentence for text in texts for sentence in sentences(text)]
    lengths = [(len(words(sentence)), sentence) for sentence in parts]
    lengths = [(length, sentence) for length, sentence in lengths if length]
    total = sum(length for length, _sentence in lengths)
    longest, hardest = max(lengths, default=(0, ""))
    mean = total / len(lengths) if lengths else 0.0
    return Readability(total, len(lengths), mean, longest, hardest, _vienna(" ".join(texts), mean))


def _vienna(text: str, mean: float) -> float:
    parts = _LETTERS.findall(FACT.sub(" ", text))
    if not parts:
        return 0.0
    counts = [sum(syllables(piece) for piece in word.split("-")) for word in parts]
    percent = 100 / len(parts)
    many = sum(count >= 3 for count in counts) * percent
    single = sum(count == 1 for count in counts) * percent
    long = sum(len(word) > 6 for word in parts) * percent
    return 0.1935 * many + 0.1672 * mean + 0.1297 * long - 0.0327 * single - 0.875
