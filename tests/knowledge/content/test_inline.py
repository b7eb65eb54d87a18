"""What may stand inside a line, and that writing and reading it are exact opposites."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digitalradar.knowledge.content.inline import (
    InlineRefused,
    Run,
    canonical_inline,
    plain_text,
    read_inline,
    tidy,
    write_inline,
)

HREFS = ["", "", "leitfaden:datensicherung", "https://example.org/a?b=1&copy;=2", "technologie:qr-code"]
LETTERS = "ab Ä1 .,:!?-–„“()[]*_#>`<&;|~\\+=\u00a0\u00adF-SEC06"
PIECES = ["[F-SEC-06]", "**", "![", "](", "1. ", "- ", "# ", "&amp;", "[ ] ", "---", "a_b", "_x_"]
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(LETTERS, max_size=8)), max_size=5).map("".join)
runs = st.lists(st.builds(Run, texts, st.booleans(), st.sampled_from(HREFS)), max_size=6)


@settings(max_examples=300)
@given(runs)
def test_reading_what_was_written_gives_the_same_runs(some):
    assert read_inline(write_inline(some)) == tidy(some)


@settings(max_examples=200)
@given(st.lists(st.builds(Run, st.text(max_size=10), st.booleans(), st.sampled_from(HREFS)), max_size=4))
def test_any_characters_survive(some):
    assert read_inline(write_inline(some)) == tidy(some)


@given(runs)
def test_tidying_twice_changes_nothing_and_no_letter_is_lost(some):
    once = tidy(some)
    assert tidy(once) == once
    assert "".join(run.text for run in once).split() == "".join(run.text for run in some).split()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Ein **fettes** Wort.", (Run("Ein "), Run("fettes", bold=True), Run(" Wort."))),
        (
            "Siehe [Plan](leitfaden:it-notfallplan).",
            (Run("Siehe "), Run("Plan", href="leitfaden:it-notfallplan"), Run(".")),
        ),
        ("Binnen 72 Stunden. [F-SEC-06]", (Run("Binnen 72 Stunden. [F-SEC-06]"),)),
        ("__fett__", (Run("fett", bold=True),)),
        ("Zwei\nZeilen", (Run("Zwei Zeilen"),)),
        ("", ()),
    ],
)
def test_line_is_read(source, expected):
    assert read_inline(source) == expected


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("ein *schräges* Wort", "Kursiv"),
        ("ein `Befehl`", "Schreibmaschinenschrift"),
        ("ein <b>fettes</b> Wort", "HTML"),
        ("![Bild](https://example.org/a.png)", "Bilder"),
        ("oben  \nunten", "Umbruch"),
        ("[x](javascript:alert)", "javascript:alert"),
        ("[x](/verwaltung/)", "/verwaltung/"),
        ("[x](leitfaden:Groß)", "leitfaden:Groß"),
        ('[x](https://example.org "Titel")', "Titel"),
    ],
)
def test_what_no_line_may_hold_is_refused(source, reason):
    with pytest.raises(InlineRefused, match=reason):
        read_inline(source)


def test_edges_of_bold_text_move_inwards_where_markdown_cannot_write_them():
    assert write_inline([Run("Maß:", bold=True), Run("Zahl")]) == "**Maß**:Zahl"
    assert write_inline([Run("Maß:", bold=True), Run(" Zahl")]) == "**Maß:** Zahl"
    assert write_inline([Run("ein"), Run(" fettes ", bold=True), Run("Wort")]) == "ein **fettes** Wort"


def test_only_what_markdown_would_take_for_a_mark_is_escaped():
    assert canonical_inline("Preis & Menge, a_b, 3 > 2 [F-SEC-06]") == "Preis & Menge, a_b, 3 > 2 [F-SEC-06]"
    assert write_inline([Run("1. Schritt")]) == "1\\. Schritt"
    assert write_inline([Run("[F-SEC-06](x)")]) == "\\[F-SEC-06\\](x)"
    assert plain_text("**a** [b](leitfaden:c)") == "a b"
