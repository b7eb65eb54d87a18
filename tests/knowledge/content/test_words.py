"""Words, sentences, syllables and the Vienna formula."""

import pytest

from digitalradar.knowledge.content.words import readability, sentences, syllables, words


def test_words_leave_out_references_to_facts():
    assert words("Die E-Mail von 2026 kam an. [F-SEC-06]") == ["Die", "E-Mail", "von", "2026", "kam", "an"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eins. Zwei! Drei?", ["Eins.", "Zwei!", "Drei?"]),
        ("Das gilt ab dem 2. Februar 2027. Danach nicht.", ["Das gilt ab dem 2. Februar 2027.", "Danach nicht."]),
        ("Rechnen Sie mit 80. Der Rest folgt.", ["Rechnen Sie mit 80.", "Der Rest folgt."]),
        ("Nach Art. 5 Abs. 1 Nr. 3 gilt das, z. B. Montag.", ["Nach Art. 5 Abs. 1 Nr. 3 gilt das, z. B. Montag."]),
        ("Er sagt: „Nein.“ Dann geht er.", ["Er sagt", "„Nein.", "Dann geht er."]),
        ("So geht es: erst hier, dann dort.", ["So geht es: erst hier, dann dort."]),
        ("Umsatz bis 2 Mio. Euro zählt. [F-REC-02] Mehr nicht.", ["Umsatz bis 2 Mio. Euro zählt.", "Mehr nicht."]),
        ("", []),
    ],
)
def test_sentences(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("Haus", 1), ("Daten", 2), ("Sicherung", 3), ("Quelle", 2), ("Träume", 2), ("Neubau", 2), ("See", 1),
        ("ERP", 3), ("Verantwortung", 4), ("Betrieb", 2), ("hm", 1), ("Öl", 1),
    ],
)  # fmt: skip
def test_syllables(word, count):
    assert syllables(word) == count


def test_vienna_formula_is_the_published_one():
    """Four words: one with three syllables, two with one, one longer than six letters, in one sentence."""
    figures = readability(["Das ist gute Vorsorge."])
    assert (figures.words, figures.sentences, figures.mean, figures.longest) == (4, 1, 4.0, 4)
    assert figures.figure == pytest.approx(0.1935 * 25 + 0.1672 * 4 + 0.1297 * 25 - 0.0327 * 50 - 0.875)


def test_figures_of_nothing_are_zero():
    assert readability([]) == readability([""])
    assert (readability([]).words, readability([]).figure) == (0, 0.0)
