"""The part of a page that is rendered when it is published."""

import re
from datetime import date

import pytest

from digitalradar.knowledge.models import Fact, GlossaryTerm
from digitalradar.knowledge.presentation.article import article_html
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.usefixtures("shelves")

HEADINGS = [
    "Für wen",
    "Das Wichtigste in Kürze",
    "Voraussetzungen und Aufwand",
    "Ein Beispiel aus dem Betriebsalltag",
    "Vorgehen in Schritten",
    "Beschäftigte beteiligen",
    "Chancen und Risiken",
    "Recht und Fristen",
    "Kosten, Förderung und Alternativen",
    "Woran Sie Erfolg erkennen",
    "Typische Fehler",
    "Nächste Schritte",
]


def headings(html: str) -> list[str]:
    """Return the texts of the headings of second level."""
    return re.findall(r"<h2[^>]*>([^<]*)</h2>", html)


def test_sections_stand_in_the_order_of_the_plan_and_in_the_contents():
    html = article_html(make_guide(), "de")
    contents = re.findall(r'<li><a href="#([^"]+)">([^<]+)</a>', html)
    assert headings(html) == [*HEADINGS, "Stand dieser Seite"]
    assert [title for _anchor, title in contents] == HEADINGS
    assert all(f'id="{anchor}"' in html for anchor, _title in contents)


def test_a_guide_in_english_has_an_english_frame():
    page = make_guide(language="en", published_on=date(2026, 11, 21))
    assert "<dd>21 November 2026</dd>" in article_html(page, "en")
    assert "<dd>21. November 2026</dd>" in article_html(page, "de")


def test_facts_get_numbers_in_reading_order_and_are_listed_with_their_sources():
    Fact.objects.create(id="F-SEC-06", topic="IT", text="x", as_of="2025", is_certain=True, sources=["https://a.de/x"])
    Fact.objects.create(id="F-REC-01", topic="Recht", text="y", as_of="2026", sources=["https://www.b.de/"])
    html = article_html(make_guide(for_whom="<p>Neu. [F-REC-01]</p>", law="<p>Alt. [F-SEC-06] [F-REC-01]</p>"), "de")
    assert re.findall(r'<a href="#quelle-(\d)"><span class="hidden-text">Quelle </span>([^<]+)</a>', html) == [
        ("1", "[1, nicht gesichert]"),
        ("2", "[2]"),
        ("1", "[1, nicht gesichert]"),
    ]
    listed = html.split('<ol class="sources">')[1]
    assert re.findall(r'href="(https[^"]+)" rel="noopener">([^<]+)<', listed) == [
        ("https://www.b.de/", "b.de"),
        ("https://a.de/x", "a.de"),
    ]
    assert listed.count("Diese Angabe ist nicht gesichert.") == 1


def test_a_term_is_explained_where_it_first_stands():
    page = make_guide(
        for_whom='<p>Die <a href="/x/">Cloud</a> und clouds.</p>', requirements="<p>Eine Cloud, noch eine Cloud.</p>"
    )
    page.terms = [GlossaryTerm.objects.create(id="cloud", term="Cloud", forms=["Clouds"], text="Fremde Rechner.")]
    page.save_revision().publish()
    html = article_html(page, "de")
    assert re.findall(r'<a class="term" [^>]*href="#erklaerung-cloud"[^>]*>([^<]+)</a>', html) == ["clouds"]
    assert "<dt>Cloud</dt><dd>Fremde Rechner.</dd>" in html
