"""How texts get from catalogue and page into a document."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from digitalradar.core.typst.blocks import Text

from ..presentation.fixed_parts import foreign_language
from ..questionnaire import Questionnaire

FOREIGN = re.compile(r'<span lang="([a-z-]+)">(.*?)</span>', re.DOTALL)


@dataclass(frozen=True)
class Voice:
    """Speaks one language and knows which texts of the check are in another one."""

    texts: Questionnaire
    language: str

    def said(self, words: str) -> Text:
        """Return words of the catalogue, marked with their language where it is not that of the document."""
        foreign = foreign_language(self.texts, self.language)
        return {"t": str(words), "lang": foreign} if foreign and words else str(words)


def from_html(markup: str) -> Text:
    """Return a sentence of a page, in which words of another language stand in ``<span lang>``, as runs."""
    parts = FOREIGN.split(str(markup))
    runs: list[Any] = []
    for place in range(0, len(parts), 3):
        runs.append(unescape(parts[place]))
        if place + 2 < len(parts):
            runs.append({"t": unescape(parts[place + 2]), "lang": parts[place + 1]})
    return runs if len(runs) > 1 else runs[0]
