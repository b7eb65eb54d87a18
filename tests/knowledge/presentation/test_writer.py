"""Editors' texts as HTML: only what is listed gets through, whatever was stored."""

import re

import pytest

from digitalradar.knowledge.models import Fact, GlossaryTerm
from digitalradar.knowledge.presentation.citations import Citations, is_web_address
from digitalradar.knowledge.presentation.explained import ExplainedTerms
from digitalradar.knowledge.presentation.writer import Writer

FACTS = [Fact(id="F-SEC-06", is_certain=True), Fact(id="F-REC-01", is_certain=False)]
TERMS = [
    GlossaryTerm(id="nis-2", term="NIS-2", forms=["NIS2"], text="Vorgaben der EU."),
    GlossaryTerm(id="it", term="IT", text="Technik <b>für</b> Daten."),
    GlossaryTerm(id="ablage", term="unveränderbare Ablage", forms=["unveränderbaren Ablage"], text="Speicher."),
]


def writer(links: dict[int, str] | None = None, terms: list[GlossaryTerm] = []) -> Writer:  # noqa: B006 -- never changed
    """Return a writer with the facts above."""
    return Writer(links or {}, Citations(FACTS), ExplainedTerms(terms))


def visible(html: str) -> str:
    """Return the text without explanations."""
    return re.sub(r"<[^>]+>|\u2060", "", re.sub(r'<span class="term-text".*?</span>', "", html))


@pytest.mark.parametrize(
    ("stored", "written"),
    [
        ("<p>Ein <b>Wort</b>.</p>", "<p>Ein <b>Wort</b>.</p>"),
        ('<p data-block-key="x1">Ein <strong>Wort</strong>.</p>', "<p>Ein <b>Wort</b>.</p>"),
        ("<ul><li>eins</li><li>zwei</li></ul>", "<ul><li>eins</li><li>zwei</li></ul>"),
        ("<ol><li>eins</li></ol>", "<ol><li>eins</li></ol>"),
        ("<p>Zeile<br/>Zeile</p>", "<p>Zeile<br>Zeile</p>"),
        ("<p>8 Stunden nach § 28</p>", "<p>8\u00a0Stunden nach §\u00a028</p>"),
        ("<p>Müller &amp; Söhne &lt;GmbH&gt;</p>", "<p>Müller &amp; Söhne &lt;GmbH&gt;</p>"),
        ("<p>offen <b>und fett", "<p>offen <b>und fett</b></p>"),
        ("<p>zu viel</b></p></div>", "<p>zu viel</p>"),
        ("<h2>Titel</h2><p>Text</p>", "Titel<p>Text</p>"),
    ],
)
def test_rich_text_is_written_with_the_listed_elements(stored, written):
    assert writer().prose(stored) == written


@pytest.mark.parametrize(
    ("stored", "written"),
    [
        ("<script>alert(1)</script>", ""),
        ("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>"),
        ("<SCRIPT SRC=//böse.example></SCRIPT>x", "x"),
        ('<p onclick="alert(1)" style="color:red">a</p>', "<p>a</p>"),
        ('<img src=x onerror="alert(1)">', ""),
        ('<svg onload="alert(1)"><p>a</p></svg>', "<p>a</p>"),
        ("<style>p{}</style><p>a</p>", "<p>a</p>"),
        ('<iframe src="https://böse.example">a</iframe>b', "b"),
        ('<a href="javascript:alert(1)">a</a>', "a"),
        ('<a href=" JaVaScRiPt:alert(1)">a</a>', "a"),
        ('<a href="java\nscript:alert(1)">a</a>', "a"),
        ('<a href="data:text/html,x">a</a>', "a"),
        ('<a href="//böse.example/">a</a>', "a"),
        ('<a href="/\\böse.example/">a</a>', "a"),
        ('<a href="https://">a</a>', "a"),
        ('<a href="https://[böse">a</a>', "a"),
        ("<a href='/x\"onmouseover=\"alert(1)'>a</a>", '<a href="/x&quot;onmouseover=&quot;alert(1)">a</a>'),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("<!-- <p>a</p> --><p>b</p>", "<p>b</p>"),
        ("<<p>a</p>", "&lt;<p>a</p>"),
        ('<embed embedtype="media" url="https://x.example"/>', ""),
        ("<p>a</p><script>unfinished", "<p>a</p>"),
    ],
)
def test_what_is_not_listed_is_left_out(stored, written):
    assert writer().prose(stored) == written


@pytest.mark.parametrize(
    ("stored", "written"),
    [
        ('<a linktype="page" id="7">Plan</a>', '<a href="/leitfaeden/plan/">Plan</a>'),
        ('<a id="7" linktype="page">Plan</a>', '<a href="/leitfaeden/plan/">Plan</a>'),
        ('<a linktype="page" id="8">Plan</a>', "Plan"),
        ('<a linktype="page" id="x">Plan</a>', "Plan"),
        ('<a linktype="page">Plan</a>', "Plan"),
        ('<a linktype="document" id="7">Datei</a>', "Datei"),
        ('<a href="/check/">Check</a>', '<a href="/check/">Check</a>'),
        ('<a href="#recht">Recht</a>', '<a href="#recht">Recht</a>'),
        ('<a href="mailto:a@example.org">Mail</a>', '<a href="mailto:a@example.org">Mail</a>'),
        ('<a href="http://127.0.0.1:8000/x/">hier</a>', '<a href="http://127.0.0.1:8000/x/">hier</a>'),
    ],
)
def test_links_lead_where_readers_may_go(stored, written):
    assert writer({7: "/leitfaeden/plan/"}).prose(stored) == written


def test_links_to_other_sites_say_so():
    html = writer().prose('<a href="https://www.bsi.bund.de/x">BSI</a>')
    assert html.startswith('<a class="external" href="https://www.bsi.bund.de/x" rel="noopener">BSI<span')
    assert "(andere Website)" in html


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("Das gilt. [F-SEC-06] Weiter.", "Das gilt.Quelle [1] Weiter."),
        ("Das gilt [F-SEC-06][F-REC-01].", "Das giltQuelle [1]Quelle [2, nicht gesichert]."),
        ("Zweimal [F-SEC-06] dasselbe [F-SEC-06].", "ZweimalQuelle [1] dasselbeQuelle [1]."),
        ("Unbekannt [F-SEC-99].", "Unbekannt."),
        ("Kein Fakt [1] und [F-x].", "Kein Fakt [1] und [F-x]."),
    ],
)
def test_references_become_numbers(stored, shown):
    assert visible(writer().text(stored)) == shown


def test_references_are_left_out_where_no_link_may_stand():
    assert writer(terms=TERMS).label("NIS-2 klären [F-SEC-06]") == "NIS-2 klären"


@pytest.mark.parametrize(
    ("stored", "explained"),
    [
        ("NIS-2 und noch einmal NIS-2", ["NIS-2"]),
        ("erst NIS2, dann NIS-2", ["NIS2"]),
        ("die NIS-2-Richtlinie", []),
        ("Unveränderbare Ablage am Anfang", ["Unveränderbare Ablage"]),
        ("in der unveränderbaren Ablage", ["unveränderbaren Ablage"]),
        ("IT und NIS-2", ["IT", "NIS-2"]),
        ("it ist kein Wort, Mitte auch nicht", []),
        ("die <a href='/x/'>IT</a> und die IT", ["IT"]),
        ("<h2>IT</h2>", ["IT"]),
    ],
)
def test_words_are_explained_once_as_whole_words(stored, explained):
    html = writer(terms=TERMS).prose(stored)
    assert re.findall(r'class="term"[^>]*>([^<]+)</a>', html) == explained


def test_an_explanation_is_escaped_and_can_be_closed():
    html = writer(terms=TERMS).text("IT")
    assert html == (
        '<a class="term" id="wort-it" href="#erklaerung-it" title="Begriff erklären">IT</a>'
        '<span class="term-text" id="erklaerung-it">Technik &lt;b&gt;für&lt;/b&gt; Daten. '
        '<a href="#wort-it">Erklärung schließen</a></span>'
    )


def test_a_word_is_explained_across_texts_only_once():
    page = writer(terms=TERMS)
    assert ['class="term"' in page.text("Unsere IT.") for _time in range(2)] == [True, False]


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("https://a.de", True),
        ("http://a.de/x?y", True),
        ("ftp://a.de", False),
        ("javascript:alert(1)", False),
        ("//a.de", False),
        ("https://", False),
        ("http://[", False),
        ("", False),
    ],
)
def test_only_the_web_counts_as_an_address(address, is_one):
    assert is_web_address(address) is is_one
