"""Guides, technology profiles and practice reports as readers get them."""

import json
import re
from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from digitalradar.knowledge.models import (
    Fact,
    GlossaryTerm,
    GuidePage,
    PracticeReportPage,
    Prerequisite,
    RelatedGuide,
    ReportGuide,
    ReportIndexPage,
    TechnologyGuide,
    TechnologyIndexPage,
    TechnologyPage,
)
from digitalradar.knowledge.presentation.about import about
from digitalradar.knowledge.presentation.article import article_html
from digitalradar.region.models import ContactPerson
from digitalradar.topics.models import Dimension, TopicField
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.usefixtures("shelves")

ATTACK = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'{{ 7|add:7 }}"


@pytest.fixture(autouse=True)
def _no_page_cache(settings):
    settings.PAGE_CACHE_BYTES = 0


def shown(client, address: str = "/leitfaeden/pruefen/") -> str:
    """Return the page at an address."""
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def sections(html: str) -> list[str]:
    """Return the headings of the article."""
    return re.findall(r"<h2>([^<]+)</h2>", html.split("</article>")[0])


def make_other(model, shelf_model, **fields):
    """Return a published technology profile or practice report."""
    shelf = shelf_model.objects.get(locale__language_code="de")
    page = model(
        title="Andere Seite",
        slug="andere",
        identifier="andere",
        promise="Sie sehen etwas.",
        locale=shelf.locale,
        topic_field=TopicField.objects.get(pk="prozesse"),
        dimension=Dimension.objects.get(pk="prozesse"),
        **fields,
    )
    shelf.add_child(instance=page)
    page.save_revision().publish()
    return page


def make_technology(**fields) -> TechnologyPage:
    texts = ("what_it_does", "ripeness_text", "who_benefits", "effort", "risks", "first_trial")
    prose = {name: f"<p>{name}</p>" for name in texts}
    return make_other(TechnologyPage, TechnologyIndexPage, ripeness="bewaehrt", **prose, **fields)


def make_report(**fields) -> PracticeReportPage:
    prose = {name: f"<p>{name}</p>" for name in ("situation", "approach", "result", "failures", "lessons")}
    values = {"company": "Schreinerei, 12 Beschäftigte", "ending": "gelungen"} | prose | fields
    return make_other(PracticeReportPage, ReportIndexPage, **values)


def test_head_of_a_guide(client):
    make_guide(title="Rechnungen prüfen", author="Redaktion", version="2026.1")
    html = shown(client)
    assert "<title>Rechnungen prüfen" in html
    assert re.findall(r"<h1>(.*?)</h1>", html) == ["Rechnungen prüfen"]
    assert '<a href="/leitfaeden/?themenfeld=prozesse">Prozesse, ERP &amp; Dokumente</a>' in html
    assert '<link rel="canonical" href="http://127.0.0.1:8000/leitfaeden/pruefen/">' in html
    assert '<meta property="og:url" content="http://127.0.0.1:8000/leitfaeden/pruefen/">' in html
    assert '<meta property="og:locale" content="de_DE">' in html
    assert "Fachprüfung ausstehend" in html
    assert "Beispieldaten</span>" not in html


def test_an_english_guide_has_an_english_frame_and_no_german_twin(client):
    make_guide(language="en")
    html = shown(client, "/en/guides/pruefen/")
    assert '<html lang="en">' in html
    assert '<meta property="og:locale" content="en_GB">' in html
    assert 'hreflang="de"' not in html
    assert client.get("/leitfaeden/pruefen/").status_code == 404


def test_translations_point_to_each_other(client):
    german = make_guide()
    english = make_guide(language="en", translation_key=german.translation_key)
    assert f'hreflang="en" href="http://testserver{english.get_url()}"' in shown(client)
    assert 'hreflang="de" href="http://testserver/leitfaeden/pruefen/"' in shown(client, english.get_url())


@pytest.mark.parametrize(("days", "is_told"), [(-1, True), (0, False), (1, False)])
def test_readers_are_told_of_an_overdue_review(client, days, is_told):
    make_guide(next_review=localdate() + timedelta(days=days))
    assert ("Diese Seite wird gerade überprüft." in shown(client)) is is_told


@pytest.mark.parametrize(
    ("review", "words"),
    [
        ({}, "steht noch aus"),
        ({"reviewed_on": date(2026, 12, 1)}, "Fachbereich Recht, 1. Dezember 2026"),
        (
            {"reviewed_on": date(2026, 12, 1), "reviewed_version": "2026.2"},
            "Fachbereich Recht, 1. Dezember 2026, Fassung 2026.2",
        ),
    ],
)
def test_reviewer_and_reviewed_version_are_named(review, words):
    page = GuidePage(reviewed_by="Fachbereich Recht", **review)
    assert {"term": "Fachprüfung", "text": words} in about(page)


def test_example_data_say_so(client):
    make_guide(is_example=True)
    assert "Beispieldaten</span>" in shown(client)


def test_the_contact_person_of_the_theme_is_named(client):
    ContactPerson.objects.create(name="Beispiel Erste", sort_order=1)
    second = ContactPerson.objects.create(name="Beispiel Zweite", sort_order=2)
    second.dimensions.add("prozesse")
    make_guide()
    html = shown(client)
    assert ("Beispiel Zweite" in html, "Beispiel Erste" in html) == (True, False)


def test_prerequisites_come_with_their_reason_and_only_while_they_are_public(client):
    first, hidden = make_guide("erst"), make_guide("versteckt")
    links = [
        Prerequisite(target=first, reason="Sonst fehlt die Liste."),
        Prerequisite(target=hidden, reason="Sonst fehlt alles."),
    ]
    make_guide(prerequisites=links, related=[RelatedGuide(target=hidden), RelatedGuide(target=first)])
    hidden.unpublish()
    html = shown(client)
    assert re.findall(r'<li><a href="(/leitfaeden/[^"]+)">[^<]+</a><br>([^<]+)</li>', html) == [
        ("/leitfaeden/erst/", "Sonst fehlt die Liste.")
    ]
    assert "/leitfaeden/versteckt/" not in html


def test_deadlines_stand_in_their_order_with_date_of_state(client):
    Fact.objects.create(id="F-PRO-02", topic="x", text="x", as_of="2026", is_certain=True, sources=["https://a.de/"])
    later = {"date": "2028-01-01", "text": "Alle müssen ausstellen", "fact": "F-PRO-02"}
    sooner = {"date": "2026-12-31", "text": "Letzter Tag für Papier", "fact": "F-PRO-02"}
    make_guide(deadlines=[("deadline", later), ("deadline", sooner)])
    html = shown(client)
    assert re.findall(r'<time datetime="([^"]+)">([^<]+)</time><span>([^<\u2060]+)', html) == [
        ("2026-12-31", "31. Dezember 2026", "Letzter Tag für Papier"),
        ("2028-01-01", "1. Januar 2028", "Alle müssen ausstellen"),
    ]
    assert "Stand November 2026. Keine Rechtsberatung." in html


def test_sections_of_a_technology_profile(client):
    guide = make_guide()
    make_technology(related=[TechnologyGuide(target=guide)])
    html = shown(client, "/technologien/andere/")
    assert sections(html) == [
        "Was die Technik kann",
        "Wie weit sie ist",
        "Wem sie nützt",
        "Aufwand",
        "Risiken und Grenzen",
        "Ein erster Versuch",
        "Leitfäden, die dabei helfen",
    ]
    assert "<dd>Bewährt</dd>" in html


@pytest.mark.parametrize(
    ("ending", "order"),
    [
        ("gelungen", ["Was es gebracht hat", "Was nicht funktioniert hat"]),
        ("gescheitert", ["Was nicht funktioniert hat", "Was es gebracht hat"]),
    ],
)
def test_a_failed_project_tells_first_what_did_not_work(client, ending, order):
    make_report(ending=ending, related=[ReportGuide(target=make_guide())])
    assert sections(shown(client, "/praxis/andere/")) == [
        "Ausgangslage",
        "Was gemacht wurde",
        *order,
        "Was andere daraus lernen können",
        "Leitfäden dazu",
    ]


def test_nothing_an_editor_types_becomes_markup(client):
    texts = {
        field.name: ATTACK
        for field in GuidePage._meta.get_fields()
        if field.name in {"title", "promise", "author", "change_note", "seo_title", "search_description"}
    }
    prose = ("for_whom", "not_for_whom", "requirements", "example", "involvement", "law", "costs", "next_steps")
    term = GlossaryTerm.objects.create(id="wort", term="Beispiel", forms=["alert"], text=ATTACK)
    fact = Fact.objects.create(
        id="F-SEC-06", topic="x", text="x", as_of=ATTACK, sources=[ATTACK, "javascript:alert(1)"]
    )
    page = make_guide(
        **texts,
        **dict.fromkeys((*prose, "measure_of_success", "stop_point"), f"<p>{ATTACK} [{fact.pk}]</p>"),
        version="2026.1",
        reviewed_by=ATTACK,
        reviewed_on=date(2026, 12, 1),
        essentials=[("sentence", ATTACK)],
        mistakes=[("sentence", ATTACK)],
        steps=[("step", {"title": ATTACK, "who": ATTACK, "text": f"<p>{ATTACK}</p>", "checklist": [ATTACK]})],
        balance=[("row", {"chance": ATTACK, "risk": ATTACK, "remedy": ATTACK})],
        deadlines=[("deadline", {"date": "2028-01-01", "text": ATTACK, "fact": fact.pk})],
        sources=[("source", {"title": ATTACK, "url": "https://a.de/?x=%22", "as_of": "x"})],
    )
    page.terms = [term]
    page.save_revision().publish()
    html = shown(client)
    assert (
        re.findall(r"<script(?![^>]* src=|[^>]* type=\"application/ld\+json\")|onerror=alert\(1\)>|<img src=x", html)
        == []
    )
    assert "javascript:" not in html
    assert "14" not in re.findall(r"<h1>(.*?)</h1>", html)[0]


def test_description_for_search_engines_is_one_harmless_data_block(client):
    make_guide(title="Ende </script><b>x</b> & mehr", author="Redaktion", version="2026.1")
    block = re.findall(r'<script type="application/ld\+json">(.*?)</script>', shown(client))
    assert len(block) == 1
    data = json.loads(block[0])
    assert data["headline"] == "Ende </script><b>x</b> & mehr"
    assert data["step"] == [{"@type": "HowToStep", "position": 1, "name": "Prüfen"}]
    assert (data["@type"], data["inLanguage"], data["version"]) == ("HowTo", "de", "2026.1")


def test_a_draft_with_gaps_can_be_previewed():
    guide = make_guide()
    for name in ("for_whom", "example", "law", "promise"):
        setattr(guide, name, "")
    guide.as_of = guide.published_on = guide.hours_min = guide.hours_max = None
    guide.essentials = guide.steps = guide.balance = []
    guide.deadlines = [("deadline", {"date": None, "text": "", "fact": ""})]
    response = guide.make_preview_request(preview_mode=guide.default_preview_mode)
    assert response.status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_a_guide_needs_the_same_queries_however_much_it_names(client, django_assert_num_queries, count):
    others = [make_guide(f"nachbar-{number}") for number in range(count)]
    facts = [
        Fact.objects.create(id=f"F-SEC-0{number}", topic="x", text="x", as_of="2026", sources=["https://a.de/"])
        for number in range(count)
    ]
    links = "".join(f'<a linktype="page" id="{other.pk}">x</a> ' for other in others)
    page = make_guide(
        requirements=f"<p>{links}{' '.join(f'[{fact.pk}]' for fact in facts)} </p>",
        prerequisites=[Prerequisite(target=other, reason="Darum.") for other in others],
        related=[RelatedGuide(target=other) for other in others],
    )
    page.terms = [
        GlossaryTerm.objects.create(id=f"wort-{number}", term=f"Wort {number}", text="x") for number in range(count)
    ]
    page.save_revision().publish()
    page = GuidePage.objects.select_related("locale").get(pk=page.pk)
    with django_assert_num_queries(9):
        html = article_html(page, "de")
    assert html.count('class="row-title"') == count
