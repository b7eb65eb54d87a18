"""Files are read with everything that is wrong with them, and written back exactly."""

from datetime import date

import pytest

from digitalradar.knowledge.content.documents import Balance, Before, Due, Guide, Source, Step, Term
from digitalradar.knowledge.content.library import LIBRARY, library_files, read_library
from digitalradar.knowledge.content.places import Location, locate
from digitalradar.knowledge.content.problem import ContentRefused
from digitalradar.knowledge.content.reading import decode, parse, read, write

from .files import guide_text, term_text

PATH = "guides/de/proben.md"


def problems(text: str, path: str = PATH) -> list[tuple[int, str]]:
    with pytest.raises(ContentRefused) as refused:
        parse(text, path)
    return [(problem.line, problem.reason) for problem in refused.value.problems]


def test_every_file_of_the_library_is_written_back_as_it_was_read():
    library = read_library(LIBRARY)
    assert len(library.sources) > 72
    for source in library.sources:
        written = write(source.document)
        assert parse(written, source.location.path) == source.document
        assert write(parse(written, source.location.path)) == written


def test_whole_guide_is_read():
    text = guide_text(
        head={
            "prerequisites": "\n  - guide: vorher\n    reason: 'Erst das: dann dies.'",
            "related": "[daneben]",
            "deadlines": "\n  - date: '2026-12-31'\n    text: Ende der Frist.\n    fact: F-SEC-01",
            "sources": "\n  - title: Amt\n    url: https://example.org/amt",
        },
        law="Melden Sie das. [F-SEC-01]\n\n- **Erst** dies\n- dann [das](leitfaden:daneben)",
        steps="### Beginnen\n*Leitung, 2 Stunden*\n\nErster Absatz.\n\nZweiter Absatz.\n- [ ] Anfang\n- [ ] Ende",
    )
    guide = parse(text, PATH)
    assert isinstance(guide, Guide)
    assert (guide.identifier, guide.language, guide.slug) == ("proben", "de", None)
    assert (guide.stages, guide.hours, guide.as_of) == ((1, 2), (8, 30), date(2026, 11, 20))
    assert guide.prerequisites == (Before("vorher", "Erst das: dann dies."),)
    assert guide.deadlines == (Due(date(2026, 12, 31), "Ende der Frist.", "F-SEC-01"),)
    assert guide.sources == (Source("Amt", "https://example.org/amt"),)
    assert guide.law == "Melden Sie das. [F-SEC-01]\n\n- **Erst** dies\n- dann [das](leitfaden:daneben)"
    assert guide.steps == (
        Step("Beginnen", "Leitung, 2 Stunden", "Erster Absatz.\n\nZweiter Absatz.", ("Anfang", "Ende")),
    )
    assert guide.balance == (Balance("Gut", "Schlecht", "Hilfe"),)
    assert (guide.measure_of_success, guide.stop_point) == ("Wert.", "Wert.")
    assert write(guide) == text


def test_layout_of_the_file_does_not_matter():
    plain = guide_text()
    wrapped = plain.replace("Text zu law von proben.", "Text zu law\nvon proben.").replace("\n- [ ]", "\n\n* [x]")
    wrapped = wrapped.replace("'2026-11-20'", "2026-11-20").replace("\n", "\r\n")
    assert parse(decode(("\ufeff" + wrapped).encode(), PATH), PATH) == parse(plain, PATH)


def test_odd_texts_survive():
    text = guide_text(
        head={"title": "'C # und: mehr'", "keywords": "['a, b', '[c]', '1', 'ja: nein']"},
        essentials="- 1\\. nicht \\*nummeriert\\*",
        steps="### Foo \\#\n*1\\. Leitung*\n\nText.\n- [ ] \\[ \\] a",
        balance="| Chance | Risiko | Was dagegen hilft |\n|---|---|---|\n| a \\| b | c\\\\\\| d | e |",
    )
    guide = parse(text, PATH)
    assert isinstance(guide, Guide)
    assert guide.keywords == ("a, b", "[c]", "1", "ja: nein")
    assert guide.essentials == ("1. nicht *nummeriert*",)
    assert (guide.steps[0].title, guide.steps[0].who, guide.steps[0].checklist) == ("Foo #", "1. Leitung", ("[ ] a",))
    assert guide.balance == (Balance("a | b", "c\\| d", "e"),)
    assert parse(write(guide), PATH) == guide


def test_term_is_read():
    assert parse(term_text(), "glossary/en/probe.md") == Term(
        identifier="probe", language="en", term="Probe", forms=("Proben",), text="Ein Versuch."
    )


@pytest.mark.parametrize(
    ("change", "line", "reason"),
    [
        (("---\n", "", 1), 1, "Die Datei beginnt nicht mit einer Zeile aus drei Strichen (---)."),
        (("stages: [1, 2]", "stages: [2, 1]"), 6, "Der untere Wert steht zuerst."),
        (("stages: [1, 2]", "stages: [1, 6]"), 6, "Der größte erlaubte Wert ist 5."),
        (("stages: [1, 2]", "stages: hoch"), 6, "Hier steht eine Liste in eckigen Klammern."),
        (("title: Richtig proben", "title: 5"), 2, "Hier steht ein Text. Setzen Sie den Wert in Anführungszeichen."),
        (
            ("title: Richtig proben", "title:"),
            2,
            "Hier steht nichts; schreiben Sie einen Wert oder lassen Sie den Schlüssel weg.",
        ),
        (("as_of: '2026-11-20'\n", ""), 1, "Der Schlüssel „as_of“ fehlt."),
        (("author:", "autor:"), 19, "Den Schlüssel „autor“ gibt es nicht; ist „author“ gemeint?"),
        (("author:", "title: Zwei\nauthor:"), 19, "„title“ steht hier zweimal."),
        (("cost_class: K1", "cost_class: K9"), 11, "„K9“ gibt es hier nicht; erlaubt: K0, K1, K2, K3, K4."),
        (("'2026-11-20'", "'2026-13-01'"), 18, "„2026-13-01“ ist kein Datum der Form 2026-12-31."),
        (("related: []", "related: [Groß]"), 13, "Eine Kennung besteht aus a-z, 0-9 und Bindestrichen."),
        (("related: []", "related: [a, a]"), 13, "Ein Eintrag steht hier zweimal."),
        (
            ("related: []", "related: &a [b]"),
            13,
            "Anker und Verweise (& und *) werden nicht gelesen; setzen Sie den Wert in Anführungen.",
        ),
        (("related: []", "related: !x b"), 13, "Ein Wert beginnt nicht mit „!“; setzen Sie ihn in Anführungszeichen."),
        (("related: []", "related: [a"), 14, "Der Kopf ist kein gültiges YAML (expected ',' or ']', but got ':')."),
        (("## Recht und Fristen", "## Recht"), 56, "Die Überschrift „Recht“ ist hier nicht vorgesehen."),
        (("Text zu law von proben.", ""), 56, "Dieser Abschnitt ist leer."),
        (("Text zu law von proben.", "<b>Text</b>"), 57, "HTML ist nicht erlaubt."),
        (("Text zu law von proben.", "a\n\n### b"), 59, "Hier ist keine Überschrift vorgesehen."),
        (("## Für wen", "Vorher.\n\n## Für wen"), 25, "Vor der ersten Überschrift steht kein Text."),
        (("*Leitung, 2 Stunden*\n", ""), 41, "Unter der Überschrift des Schrittes fehlt die Zeile *wer, wie lange*."),
        (("- [ ] Anfang\n- [ ] Ende", ""), 41, "Dieser Schritt endet nicht mit einer Checkliste („- [ ] …“)."),
        (("- [ ] Ende", "- [ ] **Ende**"), 46, "Hier stehen nur Wörter, weder fett noch Links."),
        (
            ("| Risiko |", "| Gefahr |"),
            51,
            "Hier steht eine Tabelle mit dem Kopf | Chance | Risiko | Was dagegen hilft |.",
        ),
        (("**Haltepunkt:** Wert.", "Wert."), 62, "Hier fehlt ein Absatz, der mit **Haltepunkt:** beginnt."),
        (
            ("- Satz zu essentials von proben.", "Kein Listenpunkt."),
            31,
            "Hier steht genau eine Aufzählung; jede Zeile beginnt mit „- “.",
        ),
        (("- Satz zu essentials von proben.", "- a\n" * 6), 31, "Diese Liste hat 6 Einträge; erlaubt sind 5."),
        (
            ("Text zu law von proben.", "[a]: https://example.org\n\nText."),
            57,
            "Eine Linkdefinition [A]: … ist nicht vorgesehen.",
        ),
    ],
)
def test_broken_file_is_refused_with_line_and_reason(change, line, reason):
    old, new, *count = change
    assert old in guide_text()
    found = problems(guide_text().replace(old, new, *count))
    assert (line, reason) in found, found


def test_all_problems_are_told_at_once():
    text = (
        guide_text().replace("K1", "K9").replace("Text zu law von proben.", "*kursiv*").replace("## Für wen", "## Wen")
    )
    assert [line for line, _reason in problems(text)] == [11, 25, 57, 70]


def test_sections_out_of_order_are_told_with_the_first_that_is_wrong():
    text = guide_text()
    first, second = text.index("## Für wen"), text.index("## Nicht für wen")
    third = text.index("## Das Wichtigste")
    swapped = text[:first] + text[second:third] + text[first:second] + text[third:]
    assert problems(swapped) == [(25, "Der Abschnitt „Nicht für wen“ steht nicht an seinem Platz.")]


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("guides/de/a-b.md", Location("guide", "a-b", "de")),
        ("technologies/en/a.md", Location("technology", "a", "en")),
        ("example/reports/de/a.md", Location("report", "a", "de", is_example=True)),
        ("glossary/de/a1.md", Location("term", "a1", "de")),
    ],
)
def test_path_says_what_a_file_is(path, location):
    assert locate(path) == location
    assert location.path == path


@pytest.mark.parametrize("path", ["guides/fr/a.md", "guides/de/A.md", "notes/de/a.md", "guides/de/a_b.md", "a.md"])
def test_file_in_the_wrong_place_is_refused(path):
    with pytest.raises(ContentRefused):
        locate(path)


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [(b"---\n\xff", 2, "UTF-8"), (b"x" * 200_001, 1, "200000 Bytes")],
)
def test_file_that_is_no_text_is_refused(content, line, reason):
    with pytest.raises(ContentRefused, match=reason) as refused:
        decode(content, PATH)
    assert refused.value.problems[0].line == line


def test_deep_yaml_and_control_characters_are_refused_not_followed():
    assert problems(guide_text().replace("related: []", "related: " + "[" * 900 + "]" * 900)) == [
        (13, "Der Kopf hat zu viele Werte oder ist zu tief verschachtelt.")
    ]
    assert problems(guide_text().replace("related: []", "related: [a\x07]")) == [
        (2, "Im Kopf steht ein Zeichen, das in Textdateien nicht vorkommt.")
    ]


def test_line_of_every_passage_is_the_one_in_the_file():
    text = guide_text(law="Eins. [F-SEC-01]\n\n- Zwei\n- Drei")
    source = read(text, PATH)
    lines = text.split("\n")
    for passage in source.passages:
        shown = lines[source.line_of(passage.place) - 1]
        assert passage.text in shown or shown.startswith(("### ", "**")), passage


def test_files_are_found_in_every_folder(tmp_path):
    for path in ("guides/de/a.md", "glossary/en/b.md", "example/reports/de/c.md", "technologies/de/d.md", "facts.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("")
    assert [path for path, _file in library_files(tmp_path)] == [
        "guides/de/a.md",
        "technologies/de/d.md",
        "example/reports/de/c.md",
        "glossary/en/b.md",
    ]
