"""Words of the glossary, explained where they first stand in a text; works without a script (``:target``)."""

import re
from collections.abc import Iterable

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..models import GlossaryTerm


class ExplainedTerms:
    """Finds the words of a page's terms; each is explained once."""

    def __init__(self, terms: Iterable[GlossaryTerm]) -> None:
        self.terms = list(terms)
        self._of_form = {_folded(form): term for term in self.terms for form in _forms(term)}
        self._pattern = _pattern(self._of_form)
        self._done: set[str] = set()

    def split(self, text: str) -> list[tuple[str, GlossaryTerm | None]]:
        """Return the text in pieces, each with the term it is the first mention of, or None."""
        pieces: list[tuple[str, GlossaryTerm | None]] = []
        rest = 0
        for found in self._pattern.finditer(text) if self._pattern else ():
            term = self._of_form.get(_folded(found.group()))
            if term is None or term.pk in self._done:
                continue
            self._done.add(term.pk)
            pieces += [(text[rest : found.start()], None), (found.group(), term)]
            rest = found.end()
        return [*pieces, (text[rest:], None)]


def explanation(word: str, term: GlossaryTerm) -> SafeString:
    """Return the word as a link that opens its explanation right behind it; a link in there closes it again."""
    return format_html(
        '<a class="term" id="wort-{id}" href="#erklaerung-{id}" title="{title}">{word}</a>'
        '<span class="term-text" id="erklaerung-{id}">{text} <a href="#wort-{id}">{close}</a></span>',
        id=term.pk,
        title=_("Begriff erklären"),
        word=word,
        text=term.local_text,
        close=_("Erklärung schließen"),
    )


def _forms(term: GlossaryTerm) -> list[str]:
    english = get_language() == "en"
    forms = term.forms_en if english else term.forms
    return [form for form in (term.local_term, *forms) if isinstance(form, str) and form.strip()]


def _folded(form: str) -> str:
    """Sentences begin with a capital, abbreviations are nothing else: "IT" is not "it"."""
    return form if form.isupper() else form.lower()


def _pattern(forms: Iterable[str]) -> re.Pattern[str] | None:
    """Whole words only, the longest first; part of a compound with a hyphen is another word."""
    longest = sorted(forms, key=lambda form: (-len(form), form))
    exact = [re.escape(form) if form.isupper() else f"(?i:{re.escape(form)})" for form in longest]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(exact)})(?![\w-])") if exact else None
