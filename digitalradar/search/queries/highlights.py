"""Marked titles and passages as safe HTML."""

from collections.abc import Iterable

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from ..models import Document
from ..ranking.concepts import Concept
from ..ranking.passages import Passage, Sought, best_passage, marked
from .snapshot import Language


def sought_words(concepts: Iterable[Concept], language: Language) -> Sought:
    """Return the words of the index that answer a query."""
    found: dict[str, int] = {}
    for place, concept in enumerate(concepts):
        for alternative in concept.alternatives():
            for term in alternative.terms:
                for spelling in language.spellings.get(term, ()):
                    found[spelling] = found.get(spelling, 0) | 1 << place
    return Sought(found)


def marked_title(document: Document, sought: Sought) -> SafeString:
    """Return the title with its marks."""
    return as_html(marked(document.title, sought))


def highlight(document: Document, sought: Sought) -> SafeString:
    """Return the passage that shows why the page was found: of its text, else the keyword; at last its summary."""
    texts = (document.body, document.keywords) if sought.spellings else ()
    passages = filter(None, (best_passage(text, sought) for text in texts))
    return as_html(next(passages, None) or marked(document.summary, sought))


def as_html(passage: Passage) -> SafeString:
    """Return the passage escaped, with ``<mark>`` around the words and dots where it was cut."""
    pieces, last = [], 0
    for start, end in passage.marks:
        pieces += [escape(passage.text[last:start]), "<mark>", escape(passage.text[start:end]), "</mark>"]
        last = end
    pieces.append(escape(passage.text[last:]))
    before = "… " if passage.is_cut_before else ""
    behind = " …" if passage.is_cut_behind else ""
    return mark_safe(before + "".join(pieces) + behind)  # noqa: S308 -- every piece was escaped
