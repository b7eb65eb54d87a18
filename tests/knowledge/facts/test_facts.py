"""The fact base is read as a whole or refused with lines, and written back without touching the rest."""

import pytest

from digitalradar.knowledge.content.library import FACTS as FILE
from digitalradar.knowledge.content.library import LIBRARY
from digitalradar.knowledge.facts import FactEntry, FactsRefused, read_facts
from digitalradar.knowledge.facts.writing import with_facts
from tests.knowledge.content.files import FACTS


def test_facts_are_read_in_order():
    assert read_facts(FACTS) == [
        FactEntry(
            "F-SEC-01",
            "Sicherheit",
            "Panne melden binnen 72 Stunden.",
            "2026",
            True,
            ("https://example.org/recht",),
            "",
        ),
        FactEntry("F-SEC-02", "Sicherheit", "Ab 2030 soll etwas gelten.", "Entwurf", False, (), "Nicht verwenden."),
    ]
    assert [fact.line for fact in read_facts(FACTS)] == [5, 13]


def test_fact_base_of_the_library_is_sound():
    facts = read_facts((LIBRARY / FILE).read_text(encoding="utf-8"))
    assert len(facts) == 122
    assert all(fact.sources for fact in facts if fact.is_certain)


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("**sicher**", "sicher", 5, "F-SEC-01: Bei „- Sicherheit:“ steht **sicher** oder **unsicher**."),
        ("### F-SEC-02", "### F-SEC-01", 13, "Die Kennung F-SEC-01 steht hier zweimal."),
        ("### F-SEC-02", "### Zwei", 13, "„Zwei“ ist keine Kennung der Form F-SEC-06."),
        ("<https://example.org/recht>", "ein Gesetz", 5, "F-SEC-01 heißt sicher, nennt aber keine Quelle"),
        ("- Stand: Entwurf\n", "", 13, "F-SEC-02: Aussage oder Stand fehlt."),
        ("- Hinweis:", "- Notiz:", 20, "Erlaubt sind „- Stand:“, „- Sicherheit:“, „- Quelle:“ und „- Hinweis:“."),
        ("Panne", "x" * 1500, 5, "F-SEC-01: Ein Eintrag ist länger als 1500 Zeichen."),
    ],
)  # fmt: skip
def test_broken_fact_base_is_refused(old, new, line, reason):
    with pytest.raises(FactsRefused) as refused:
        read_facts(FACTS.replace(old, new))
    (problem,) = refused.value.problems
    assert problem.line == line
    assert problem.reason.startswith(reason)


def test_writing_the_same_facts_changes_no_byte():
    text = (LIBRARY / FILE).read_text(encoding="utf-8")
    assert with_facts(text, read_facts(text)) == text
    assert with_facts(FACTS, read_facts(FACTS)) == FACTS


def test_only_what_changed_is_rewritten_and_new_facts_join_their_topic():
    first, second = read_facts(FACTS)
    changed = FactEntry("F-SEC-01", "Sicherheit", "Neu.", "2027", False, first.sources, "Achtung.")
    added = FactEntry("F-NEU-01", "Neues", "Hinzu.", "2027", True, ("https://example.org/neu",))
    written = with_facts(FACTS, [changed, second, added])
    assert read_facts(written) == [changed, second, added]
    assert written.startswith("# Faktenbasis\n\n## Sicherheit\n\n### F-SEC-01\n\nNeu.\n\n- Stand: 2027\n")
    assert FACTS[FACTS.index("### F-SEC-02") :] in written
