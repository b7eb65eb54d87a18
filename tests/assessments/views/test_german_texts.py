"""Texts that exist in German only are marked as German on English pages, so that they are read out the right way."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from digitalradar.assessments.queries import questionnaire
from digitalradar.assessments.questionnaire import Questionnaire
from tests.assessments.views.page import Page, normal
from tests.factories.assessments import all_shipped, shipped

pytestmark = pytest.mark.django_db

GERMAN_ONLY = ("cyber-check", "ki-check", "dii")


def texts_of(catalogue: Questionnaire) -> set[str]:
    """Return titles, questions and measures of a check."""
    texts = {dimension["title"] for dimension in catalogue.dimensions}
    texts |= {question["text"] for question in catalogue.question.values()}
    texts |= {measure["title"] for measure in catalogue.measure.values()}
    return {normal(text) for text in texts}


def shown(page: Page, texts: set[str]) -> Iterator[tuple[str, str]]:
    """Yield each of the texts the page shows with the language of the innermost element that holds it."""
    for (_tag, _attributes, inner, _language), (_tag, _attributes, text, language) in pairwise(page.elements):
        without_number = text.lstrip("0123456789.: ")
        if without_number in texts and text != inner:
            yield without_number, language


@pytest.mark.parametrize("catalogue", GERMAN_ONLY)
def test_results_mark_german_texts_on_english_pages(client, catalogue):
    texts = texts_of(questionnaire(shipped(catalogue).pk, "en"))
    found = list(shown(Page(client.get(f"/en/check/{catalogue}/beispiel/")), texts))
    assert {language for _text, language in found} == {"de"}, found


def test_translated_texts_need_no_mark(client):
    texts = texts_of(questionnaire(shipped("digital-check").pk, "en"))
    found = list(shown(Page(client.get("/en/check/digital-check/beispiel/")), texts))
    assert {language for _text, language in found} == {"en"}, found


def test_sectors_have_english_names_even_where_the_check_has_none(client):
    shipped("ki-check")
    page = Page(client.get("/en/check/ki-check/"))
    words = [text for _attributes, text in page.all("option")]
    assert "Skilled trades and construction" in words
    assert "Handwerk und Bau" not in words


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/check/dii/beispiel/", "Tischlerei mit 34 Beschäftigten"),
        ("/en/check/dii/beispiel/", "Joinery with 34 employees"),
    ],
)
def test_sample_firms_have_a_name_in_each_language(client, address, name):
    shipped("dii")
    assert name in Page(client.get(address)).text


def test_the_list_of_checks_marks_german_titles(client):
    all_shipped()
    titles = {questionnaire(shipped(catalogue).pk, "en").title for catalogue in GERMAN_ONLY}
    page = Page(client.get("/en/check/"))
    found = {(text, language) for tag, _attributes, text, language in page.elements if tag == "a" and text in titles}
    assert found == {(title, "de") for title in titles}
