"""Words of a check inside a sentence in the language of the page."""

from dataclasses import dataclass

import pytest
from django.utils.safestring import mark_safe
from django.utils.translation import override

from digitalradar.assessments.presentation.spoken import sentence, spoken


@dataclass
class Texts:
    text_language: str


@pytest.mark.parametrize(
    ("language", "expected"), [("de", "Daten &amp; KI"), ("en", '<span lang="de">Daten &amp; KI</span>')]
)
def test_words_are_marked_only_on_pages_in_another_language(language, expected):
    with override(language):
        assert spoken(Texts("de"), "Daten & KI") == expected


def test_sentence_escapes_what_is_not_html_yet():
    filled = sentence("%(one)s < %(two)s", one=mark_safe("<b>1</b>"), two="<i>")
    assert filled == "<b>1</b> &lt; &lt;i&gt;"
