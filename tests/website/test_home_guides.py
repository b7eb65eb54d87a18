"""The start page leads to guides: by sentences, by deadlines, by the sample step, by the menu."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.utils.timezone import localdate

from digitalradar.website.guide_select import GuideSelect
from digitalradar.website.models import HomePage, HomeSentence
from tests.assessments.views.page import Page
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.usefixtures("library")

SENTENCE = "Unsere Excel-Liste versteht nur noch eine Person."
MIGRATION = import_module("digitalradar.website.migrations.0003_lead_known_sentences_to_guides")


def due(days: int, text: str = "Gilt.") -> tuple[str, dict]:
    return "deadline", {"date": localdate() + timedelta(days=days), "text": text, "fact": ""}


def links(client, address: str = "/") -> dict[str, str]:
    """Return the words of each link by its address."""
    return {attributes["href"]: text for attributes, text in Page(client.get(address)).all("a") if text.strip()}


def home() -> HomePage:
    return HomePage.objects.get(locale__language_code="de")


def test_sentence_leads_to_its_guide_by_title(client):
    make_guide("excel-listen-abloesen", title="Listen ablösen")
    assert f"„{SENTENCE}“" in links(client)["/leitfaeden/excel-listen-abloesen/"]
    assert "Listen ablösen" in links(client)["/leitfaeden/excel-listen-abloesen/"]


def test_english_sentence_leads_to_the_german_guide_and_says_so(client):
    make_guide("excel-listen-abloesen", title="Listen ablösen")
    page = Page(client.get("/en/"))
    assert "Listen ablösen" in page.text_in("de")
    make_guide("excel-listen-abloesen", language="en", slug="replace-lists", title="Replace lists")
    assert "Replace lists" in links(client, "/en/")["/en/guides/replace-lists/"]


def test_every_sentence_of_the_start_texts_names_a_guide(client):
    guides = set(HomeSentence.objects.values_list("guide", flat=True))
    assert "" not in guides
    for guide in guides:
        make_guide(guide)
    assert {f"/leitfaeden/{guide}/" for guide in guides} <= set(links(client))


def test_sample_step_leads_to_its_guide(client):
    make_guide("it-notfallplan", title="Anderer Titel")
    assert links(client)["/leitfaeden/it-notfallplan/"].startswith("IT-Notfallplan")


def test_nearest_three_deadlines_are_shown_with_guide_and_date_of_the_check(client):
    make_guide("fristen", deadlines=[due(days, f"Frist in {days} Tagen.") for days in (-1, 0, 30, 60, 90)])
    page = Page(client.get("/"))
    assert [shown["text"] for shown in page.answer.context["home"]["deadlines"]] == [
        "Frist in 0 Tagen.",
        "Frist in 30 Tagen.",
        "Frist in 60 Tagen.",
    ]
    assert "Frist im Blick" in page.text
    assert "Stand 20.11.2026" in page.text
    assert "Keine Rechtsberatung." in page.text
    assert "/leitfaeden/fristen/" in links(client)


def test_without_deadlines_and_guides_nothing_is_said_of_them(client):
    page = Page(client.get("/"))
    assert "Frist im Blick" not in page.text
    assert "Leitfäden" not in page.text.replace("direkt mit einem Leitfaden", "")


def test_menu_and_home_lead_to_the_shelf_while_guides_are_published(client):
    first = make_guide("erster")
    make_guide("zweiter")
    assert links(client)["/leitfaeden/"] in ("Leitfäden", "Alle 2 Leitfäden")
    assert "Alle 2 Leitfäden" in Page(client.get("/")).text
    assert [entry["label"] for entry in client.get("/impressum/").context["menu"]] == ["Digital-Check", "Leitfäden"]
    assert [entry["part"] for entry in client.get("/en/").context["menu"]] == ["check"]
    make_guide("first", language="en")
    assert [entry["url"] for entry in client.get("/en/").context["menu"]][1:] == ["/en/guides/"]
    for guide in (first, *first.get_siblings(inclusive=False).specific()):
        guide.unpublish()
    assert [entry["part"] for entry in client.get("/").context["menu"]] == ["check"]


def test_editors_choose_a_guide_by_title_and_lose_none_that_was_retired():
    make_guide("eins", title="Zuerst")
    make_guide("zwei", title="Danach")
    html = GuideSelect().render("guide", "retired")
    assert '<option value="zwei">Danach</option>' in html
    assert html.index("Danach") < html.index("Zuerst")
    assert '<option value="retired" selected>retired</option>' in html
    assert '<option value="" selected>' in GuideSelect().render("guide", "")


def test_older_portals_get_guides_where_nobody_changed_the_sentence():
    page = home()
    page.sentences.update(guide="")
    HomeSentence.objects.filter(page=page, guide="").exclude(sentence=SENTENCE).update(sentence="Eigener Satz")
    page = HomePage.objects.get(pk=page.pk)
    page.sentences_intro = "Dann beginnen Sie mit diesem Thema."
    page.save_revision().publish()
    MIGRATION.lead_to_guides(apps, None)
    page = home()
    expected = {"Eigener Satz": "", SENTENCE: "excel-listen-abloesen"}
    assert {item.sentence: item.guide for item in page.sentences.all()} == expected
    assert {item.sentence: item.guide for item in page.get_latest_revision_as_object().sentences.all()} == expected
    assert page.get_latest_revision_as_object().sentences_intro == page.sentences_intro
    assert page.sentences_intro == "Dann können Sie auch direkt mit einem Leitfaden beginnen."
