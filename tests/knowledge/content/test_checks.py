"""What the editors demand of the library beyond its form."""

from datetime import date

import pytest

from digitalradar.knowledge.content import table
from digitalradar.knowledge.content.checking import Report, check_library, only
from digitalradar.knowledge.content.fixing import fix
from digitalradar.knowledge.content.library import read_library
from digitalradar.knowledge.content.problem import Level

from .files import guide_text, make_library, term_text

TODAY = date(2026, 11, 21)
TOO_SHORT = "Der Text hat"


def check(root, today: date = TODAY) -> Report:
    return check_library(read_library(root), today)


def found(root, today: date = TODAY) -> list[tuple[str, str]]:
    """Return level and place with reason of each problem; that tiny guides are short is left out."""
    problems = check(root, today).problems
    return [(problem.level.name, str(problem)) for problem in problems if TOO_SHORT not in problem.reason]


def test_sound_guide_has_no_problem(tmp_path):
    assert found(make_library(tmp_path, {"proben": guide_text()})) == []


@pytest.mark.parametrize(
    ("head", "sections", "level", "line", "reason"),
    [
        ({"related": "[fehlt]"}, {}, "ERROR", 13, "Den Leitfaden „fehlt“ gibt es nicht."),
        ({"related": "[proben]"}, {}, "ERROR", 13, "Die Datei verweist auf sich selbst."),
        ({"terms": "[fehlt]"}, {}, "ERROR", 15, "Den Begriff „fehlt“ gibt es nicht."),
        ({"terms": "[selten]"}, {}, "RULE", 15, "Der Begriff „Selten“ kommt im Text nicht vor, auch nicht in"),
        ({}, {"law": "[x](technologie:fehlt)"}, "ERROR", 57, "Das Technologieprofil „fehlt“ gibt es nicht."),
        ({}, {"law": "[x](http://example.org)"}, "RULE", 57, "Ein Link ist unverschlüsselt (http://)."),
        ({}, {"law": "Melden. [F-SEC-09]"}, "ERROR", 57, "Den Fakt F-SEC-09 gibt es nicht."),
        ({}, {"law": "Ab 2030 gilt das. [F-SEC-02]"}, "RULE", 57, "F-SEC-02 ist unsicher; der Absatz sagt nicht, dass"),
        ({}, {"law": "Nach § 5 gilt das."}, "HINT", 57, "„§ 5“ steht ohne Kennung eines Fakts."),
        ({}, {"law": f"Das ist {'so ' * 30}lang."}, "RULE", 57, "Ein Satz hat 33 Wörter; höchstens 30: „Das ist so"),
        ({}, {"example": "Die Meierei probt."}, "RULE", 37, "Das Beispiel beginnt mit „Angenommen,“, damit niemand"),
        ({}, {"law": "Hier steht TODO noch."}, "RULE", 57, "Hier steht noch „TODO“."),
        ({"title": "'Proben'"}, {}, "RULE", 1, "Die Datei ist nicht in der festen Schreibweise;"),
        ({"next_review": "'2026-01-01'"}, {}, "HINT", 22, "Die Prüfung war am 01.01.2026 fällig."),
        ({"stages": "[1, 3]"}, {}, "RULE", 6, "„stages“ weicht ab; vorgesehen ist: 1, 2."),
        ({"hours": "[1, 3]"}, {}, "RULE", 9, "„hours“ weicht ab; vorgesehen ist: 8, 30."),
    ],
)
def test_problem_is_found_with_its_line(tmp_path, head, sections, level, line, reason):
    term = term_text("Selten", "[seltener]")
    root = make_library(tmp_path, {"proben": guide_text(head=head, **sections)}, glossary__de__selten=term)
    (root / "guide-plan.yaml").write_text(PLAN)
    start = f"guides/de/proben.md:{line}: {reason}"
    problems = [(found_level, told[: len(start)]) for found_level, told in found(root)]
    assert (level, start) in problems, problems


PLAN = """guides:
  - slug: proben
    topic_field: it-sicherheit
    dimension: sicherheit
    maturity: [1, 2]
    sectors: [handwerk, industrie]
    effort: {hours_min: 8, hours_max: 30, weeks_min: 2, weeks_max: 6}
    cost_class: K1
    prerequisites: []
    related: []
"""


def test_planned_guide_that_is_missing_is_told(tmp_path):
    root = make_library(tmp_path, {"proben": guide_text()})
    (root / "guide-plan.yaml").write_text(PLAN + PLAN.partition("\n")[2].replace("proben", "fehlt"))
    assert found(root) == [("RULE", "guide-plan.yaml:1: Der Leitfaden „fehlt“ ist noch nicht geschrieben.")]


def test_uncertain_fact_may_be_named_as_open(tmp_path):
    root = make_library(tmp_path, {"proben": guide_text(law="Ob das kommt, ist noch offen. [F-SEC-02]")})
    assert found(root) == []


@pytest.mark.parametrize(
    ("deadline", "problems"),
    [
        (("2026-12-31", "F-SEC-01"), [("HINT", "F-SEC-01 nennt den 31.12.2026 nicht; bitte vergleichen.")]),
        (("2026-11-20", "F-SEC-03"), [("HINT", "Die Frist 20.11.2026 ist vorbei.")]),
        (("2030-01-01", "F-SEC-02"), [("RULE", "F-SEC-02 ist unsicher und trägt keine Frist.")]),
        (("2030-01-01", "F-SEC-77"), [("ERROR", "Den Fakt F-SEC-77 gibt es nicht.")]),
    ],
)
def test_deadline_hangs_on_a_certain_fact_that_names_its_day(tmp_path, deadline, problems):
    day, fact = deadline
    listed = f"\n  - date: '{day}'\n    text: Ende der Frist.\n    fact: {fact}"
    root = make_library(tmp_path, {"proben": guide_text(head={"deadlines": listed})})
    with (root / "facts.md").open("a") as facts:
        facts.write("\n### F-SEC-03\n\nFrist am 20. November 2026.\n\n- Stand: 2026\n- Sicherheit: **sicher**\n")
        facts.write("- Quelle: <https://example.org>\n")
    assert found(root) == [(level, f"guides/de/proben.md:17: {reason}") for level, reason in problems]


LONG = "Legen Sie zuerst gemeinsam fest, welche Daten nach wie vielen Stunden wieder im Büro bereit stehen müssen."


def test_same_words_in_two_guides_are_told_at_the_second(tmp_path):
    root = make_library(tmp_path, {"a": guide_text("a", law=LONG), "b": guide_text("b", costs=f"Gut. {LONG}")})
    ((level, told),) = found(root)
    assert level == "RULE"
    assert told.startswith("guides/de/b.md:60: Diese Wörter stehen fast gleich in guides/de/a.md:57 (100 % der")


def test_same_sentence_with_other_nouns_is_told(tmp_path):
    first = "Fragen Sie nach der ersten Woche jede Person im Lager, was sie am neuen Gerät bisher stört und warum."
    second = "Fragen Sie nach der ersten Fahrt jede Kraft im Büro, was sie am neuen Programm bisher stört und warum."
    root = make_library(tmp_path, {"a": guide_text("a", law=first), "b": guide_text("b", law=second)})
    ((level, told),) = found(root)
    assert level == "RULE"
    assert "Dieser Satz ist gebaut wie einer in guides/de/a.md:57" in told


def test_what_facts_say_may_sound_alike_and_other_languages_are_not_compared(tmp_path):
    first = "Fragen Sie nach der ersten Woche jede Person im Lager, was sie am neuen Gerät bisher stört. [F-SEC-01]"
    second = "Fragen Sie nach der ersten Fahrt jede Kraft im Büro, was sie am neuen Programm bisher stört. [F-SEC-01]"
    root = make_library(
        tmp_path,
        {"a": guide_text("a", law=first), "b": guide_text("b", law=second, costs=LONG)},
        guides__en__b=guide_text("b", language="en", head={"slug": "b"}, law=LONG),
    )
    assert [told for _level, told in found(root) if "gebaut" in told or "fast gleich" in told] == []


def test_circle_of_prerequisites_is_told_at_each_guide(tmp_path):
    head = {name: {"prerequisites": f"\n  - guide: {other}\n    reason: Erst das."} for name, other in ("ab", "ba")}
    root = make_library(tmp_path, {name: guide_text(name, head=head[name]) for name in "ab"})
    assert found(root) == [
        ("ERROR", "guides/de/a.md:12: Die Voraussetzungen laufen im Kreis: a → b → a."),
        ("ERROR", "guides/de/b.md:12: Die Voraussetzungen laufen im Kreis: b → a → b."),
    ]


def test_terms_without_use_and_doubled_terms_are_told(tmp_path):
    root = make_library(tmp_path, glossary__de__eins=term_text(), glossary__de__zwei=term_text())
    assert found(root) == [
        ("HINT", "glossary/de/eins.md:1: Keine Seite erklärt diesen Begriff."),
        ("HINT", "glossary/de/zwei.md:1: Keine Seite erklärt diesen Begriff."),
        ("RULE", "glossary/de/zwei.md:2: Denselben Begriff erklärt schon glossary/de/eins.md."),
    ]


def test_english_guide_has_the_facets_of_the_german_one(tmp_path):
    english = guide_text("proben", language="en", head={"slug": "rehearsing", "cost_class": "K2"})
    root = make_library(tmp_path, {"proben": guide_text()}, guides__en__proben=english)
    (root / "guide-plan.yaml").write_text(PLAN)
    assert found(root) == [("RULE", "guides/en/proben.md:12: „cost_class“ weicht ab; vorgesehen ist: K1.")]


def test_short_guide_is_told_with_its_number_of_words(tmp_path):
    (problem,) = check(make_library(tmp_path, {"proben": guide_text()})).problems
    assert problem.reason == "Der Text hat 63 Wörter; vorgesehen sind 700 bis 1200."


def test_hard_text_is_told(tmp_path):
    hard = " ".join(
        ["Sicherheitsrelevante Verschlüsselungskonfigurationen dokumentieren Verantwortlichkeitsübertragungen."] * 9
    )
    reasons = [reason for _level, reason in found(make_library(tmp_path, {"proben": guide_text(law=hard)}))]
    assert any("Die Wiener Sachtextformel ergibt" in reason for reason in reasons)


def test_fixing_changes_the_form_but_nothing_that_is_said(tmp_path):
    root = make_library(
        tmp_path, {"proben": guide_text(head={"sectors": "[handwerk, industrie]", "title": "'Proben'"})}
    )
    before = read_library(root).sources[0].document
    assert fix(read_library(root), root) == ["guides/de/proben.md"]
    fixed = read_library(root)
    assert (fixed.sources[0].document, fixed.sources[0].is_canonical) == (before, True)
    assert fix(fixed, root) == []


def test_report_can_be_narrowed_to_some_files(tmp_path):
    root = make_library(tmp_path, {"a": guide_text("a"), "b": guide_text("b")}, glossary__de__eins=term_text())
    report = check(root)
    assert [row.source.location.identifier for row in only(report, ["b"]).rows] == ["b"]
    assert {problem.file for problem in only(report, ["guides/de"]).problems} == {"guides/de/a.md", "guides/de/b.md"}
    assert {problem.file for problem in only(report, ["glossary/de/eins.md"]).problems} == {"glossary/de/eins.md"}
    assert only(report, []) is report


def test_table_shows_figures_problems_and_a_summary(tmp_path):
    lines = list(table.lines(check(make_library(tmp_path, {"proben": guide_text(head={"related": "[x]"})}))))
    assert lines[1].split() == ["proben", "63", "4.2", "5", "0.5", "1", "1", "0"]
    assert lines[3] == "Fehler   guides/de/proben.md:13: Den Leitfaden „x“ gibt es nicht."
    assert lines[-1] == "1 Leitfäden, 1 Fehler, 1 verletzte Regeln, 0 Hinweise"


def test_levels_are_ordered_by_weight():
    assert [level.name for level in sorted(Level)] == ["ERROR", "RULE", "HINT"]
