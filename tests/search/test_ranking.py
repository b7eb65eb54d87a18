"""Vocabulary, concepts and passages, without a database."""

import pytest

from digitalradar.search.analysis.stems import stem
from digitalradar.search.analysis.words import folded
from digitalradar.search.paging import pager
from digitalradar.search.ranking.concepts import Concept, concepts
from digitalradar.search.ranking.impacts import analysed
from digitalradar.search.ranking.passages import Sought, best_passage, marked
from digitalradar.search.ranking.scores import Answers, scored
from digitalradar.search.ranking.synonyms import Synonyms
from digitalradar.search.ranking.vocabulary import Vocabulary

WORDS = """
    Rechnung Rechnungseingang Eingang Prüfung Abschlagsrechnung Maschine Maschinenbau Bau Sicherung Versicherung
    Datensicherung Daten Zeit Zeiterfassung Erfassung Liste Checkliste Check acht gedacht Wissen Transfer Steuer
""".split()  # noqa: SIM905 -- read as a text
NO_SYNONYMS = Synonyms([], "de")


def vocabulary() -> Vocabulary:
    return Vocabulary(
        {folded(word): stem(word, "de") for word in WORDS},
        {stem(word, "de"): 1 for word in WORDS},
        {folded(word): word for word in WORDS},
    )


def weights(text: str, synonyms: Synonyms = NO_SYNONYMS) -> dict[tuple[str, ...], float]:
    (concept,) = concepts(text, "de", vocabulary(), synonyms)
    return concept.weights


@pytest.mark.parametrize(
    ("word", "made_of"),
    [
        ("rechnungseingangsprufung", ("rechnungseingang", "prufung")),
        ("maschinenliste", ("maschine", "liste")),
        ("zeiterfassung", ("zeit", "erfassung")),
        ("versicherung", ()),
        ("rechnung", ()),
        ("unbekanntes", ()),
    ],
)
def test_compounds_are_split_by_what_the_index_knows(word: str, made_of: tuple[str, ...]):
    assert vocabulary().split(word) == made_of


def test_a_word_stands_for_the_compounds_it_is_part_of():
    assert weights("Rechnung") == {
        ("rechnung",): 1.0,
        ("rechnungseingang",): 0.6,
        ("abschlagsrechn",): 0.75,
    }


def test_letters_inside_a_word_are_no_part_of_it():
    assert weights("acht") == {("acht",): 1.0}
    assert ("versicher",) not in weights("Sicherung")
    assert weights("Sicherung")["datensicher",] == 0.75


def test_a_compound_nobody_wrote_is_answered_by_its_parts():
    assert weights("Rechnungsprüfung") == {("prufung", "rechnung"): 0.7, ("prufung",): 0.35}
    assert weights("Drehmaschine") == {("maschin",): 0.5}
    assert weights("Wissenstransfair") == {("wiss",): 0.35}


def test_neighbours_are_joined():
    first, second = concepts("zeit erfassung", "de", vocabulary(), NO_SYNONYMS)
    assert first.weights["zeiterfass",] == second.weights["zeiterfass",] == 0.9


def test_fillers_count_little_unless_they_are_all_there_is():
    shares = [concept.share for concept in concepts("was kostet eine Maschine", "de", vocabulary(), NO_SYNONYMS)]
    assert shares == [0.25, 1.0]
    assert [concept.share for concept in concepts("Kosten", "de", vocabulary(), NO_SYNONYMS)] == [1.0]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Machsine", "Maschine"),
        ("Datensichrung", "Datensicherung"),
        ("Lisste", "Liste"),
        ("Zeti", "Zeit"),
        ("Zei", ""),
        ("Bau", ""),
        ("Xyzabc", ""),
    ],
)
def test_misspelt_words_are_put_right(typed: str, meant: str):
    (concept,) = concepts(typed, "de", vocabulary(), NO_SYNONYMS)
    assert concept.corrected == meant


def test_synonyms_work_both_ways_and_through_mistakes():
    synonyms = Synonyms([["Stempeluhr", "Zeiterfassung"]], "de")
    assert weights("Stempeluhr", synonyms) == {("zeiterfass",): 0.8}
    also = Vocabulary(vocabulary().words, vocabulary().frequencies, vocabulary().shown, synonyms.words)
    (concept,) = concepts("Stempelur", "de", also, synonyms)
    assert (concept.corrected, concept.weights) == ("Stempeluhr", {("zeiterfass",): pytest.approx(0.64)})


def test_a_word_in_the_title_counts_more_than_one_in_the_text():
    text = analysed([("title", "Maschine"), ("body", "Rechnung und Eingang " * 3)], "de")
    assert text.impacts["maschin"] > text.impacts["rechnung"] > 0
    assert text.words["maschine"] == ("maschin", "Maschine")


def test_scores_add_up_over_concepts_and_take_the_best_alternative():
    first, second = Concept("a", "a"), Concept("b", "b")
    first.add(["x"], 1.0)
    first.add(["y"], 0.5)
    second.add(["y", "z"], 1.0)
    postings = {"x": ([0], [255]), "y": ([0, 1], [255, 255]), "z": ([1, 2], [100, 255])}
    one, two, three = scored([first, second], Answers(postings.__getitem__), 3, 3)
    assert one > two > three == 0.0


def test_the_best_passage_answers_most_and_is_cut_at_words():
    text = (
        "Erster Satz ohne Wort.\n"
        + "Füllwort " * 40
        + "Davor. Hier steht Rechnung neben Maschine im Text. "
        + "Ende " * 40
    )
    passage = best_passage(text, Sought({"rechnung": 1, "maschine": 2}))
    assert passage.text.startswith("Hier steht Rechnung neben Maschine")
    assert (passage.is_cut_before, passage.is_cut_behind) == (True, True)
    assert [passage.text[start:end] for start, end in passage.marks] == ["Rechnung", "Maschine"]
    assert len(passage.text) <= 200


def test_hyphenated_words_are_marked_whole():
    passage = marked("Die E-Rechnung", Sought({"rechnung": 1}))
    assert [passage.text[start:end] for start, end in passage.marks] == ["E-Rechnung"]
    assert best_passage("Nichts davon", Sought({"rechnung": 1})) is None


@pytest.mark.parametrize(
    ("page", "pages", "numbers"),
    [(1, 2, [1, 2]), (1, 9, [1, 2, "…", 9]), (5, 9, [1, "…", 4, 5, 6, "…", 9]), (9, 9, [1, "…", 8, 9])],
)
def test_pager_names_ends_and_neighbours(page: int, pages: int, numbers: list):
    shown = pager(page, pages, str)
    assert [entry["number"] if not entry.get("gap") else "…" for entry in shown["pages"]] == numbers
    assert pager(1, 1, str) is None
