"""Cutting texts into words, folding and stemming."""

import pytest

from digitalradar.search.analysis.stems import stem
from digitalradar.search.analysis.terms import occurrences
from digitalradar.search.analysis.words import cleaned, folded, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("E-Rechnung, XRechnung & ZUGFeRD", ["E-Rechnung", "XRechnung", "ZUGFeRD"]),
        ("Industrie 4.0 ab 1.240 Euro.", ["Industrie", "4.0", "ab", "1.240", "Euro"]),
        ("3-2-1-Regel (neu)", ["3-2-1-Regel", "neu"]),
        ("Ein- und Ausgang", ["Ein", "und", "Ausgang"]),
        ("x" * 65 + " kurz", ["kurz"]),
        ("<b>&nbsp;</b>", ["b", "nbsp", "b"]),
        ("", []),
    ],
)
def test_texts_are_cut_into_words(text: str, words: list[str]):
    assert [token.text for token in tokens(text)] == words


def test_soft_hyphens_and_joiners_are_no_part_of_a_word():
    assert [token.text for token in tokens(cleaned("Daten\u00adsicherung E-\u2060Mail"))] == [
        "Datensicherung",
        "E-Mail",
    ]


@pytest.mark.parametrize(
    "spellings",
    [
        ("über", "ueber", "uber", "ÜBER"),
        ("Fördermittel", "Foerdermittel", "fordermittel"),
        ("Straße", "Strasse", "STRASSE"),
        ("Café", "cafe"),
        ("Geräte", "Geraete"),
    ],
)
def test_spellings_of_one_word_fold_to_the_same(spellings: tuple[str, ...]):
    assert len({folded(word) for word in spellings}) == 1


@pytest.mark.parametrize("word", ["neue", "Steuer", "Bauer", "Quelle"])
def test_letters_of_two_sounds_stay(word: str):
    assert folded(word) == word.lower()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ("Rechnung", "Rechnungen", "Rechnungs")),
        ("de", ("Zuschuss", "Zuschüsse", "Zuschuesse")),
        ("de", ("Maschine", "Maschinen")),
        ("en", ("invoice", "invoices", "invoicing")),
    ],
)
def test_inflections_share_a_stem(language: str, words: tuple[str, ...]):
    assert len({stem(word, language) for word in words}) == 1


def test_hyphenated_words_are_found_whole_and_in_parts():
    found = [(one.term, one.folded, one.weight) for one in occurrences("Die E-Rechnung für den Cloud-Speicher", "de")]
    assert found == [
        ("erechn", "erechnung", 1.0),
        ("rechnung", "rechnung", 0.6),
        ("cloudspeich", "cloudspeicher", 1.0),
        ("cloud", "cloud", 0.6),
        ("speich", "speicher", 0.6),
    ]
