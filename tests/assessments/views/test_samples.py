"""Sample results: the engine's work on a made-up firm, marked as such on every page."""

import pytest
import yaml

from digitalradar.assessments.answers import allowed_values
from digitalradar.assessments.models import Assessment
from digitalradar.assessments.presentation.sample import SAMPLES
from tests.assessments.views.page import Page, normal
from tests.factories.assessments import INSTRUMENTS, make_run, shipped

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("page", ["beispiel/", "beispiel/rechnung/"])
@pytest.mark.parametrize("catalogue", INSTRUMENTS)
def test_sample_is_marked_as_example_data_and_stores_nothing(client, catalogue, page):
    shipped(catalogue)
    answer = client.get(f"/check/{catalogue}/{page}")
    text = Page(answer).text
    assert answer.status_code == 200
    assert "Beispieldaten." in text
    assert yaml.safe_load((SAMPLES / f"{catalogue}.yaml").read_text(encoding="utf-8"))["name"] in text
    assert not Assessment.objects.exists()
    assert not answer.cookies


@pytest.mark.parametrize("catalogue", INSTRUMENTS)
def test_sample_answers_only_what_the_check_asks_and_offers(catalogue):
    texts = make_run(catalogue).texts
    sample = yaml.safe_load((SAMPLES / f"{catalogue}.yaml").read_text(encoding="utf-8"))
    assert set(sample["answers"]) <= set(texts.question)
    for question, value in sample["answers"].items():
        assert str(value) in allowed_values(texts, question), question


def test_sample_offers_to_begin_and_nothing_that_needs_a_run(client):
    shipped()
    page = Page(client.get("/check/digital-check/beispiel/"))
    links = [attributes.get("href", "") for attributes, _text in page.all("a")]
    assert "/check/digital-check/" in links
    assert "/check/digital-check/beispiel/rechnung/" in links
    assert not [link for link in links if "/lauf/" in link]
    assert "Haben wir schon" not in page.text


@pytest.mark.parametrize("catalogue", INSTRUMENTS)
def test_sample_calculation_shows_each_question_and_each_sum(client, catalogue):
    shipped(catalogue)
    answer = client.get(f"/check/{catalogue}/beispiel/rechnung/")
    page, context = Page(answer), answer.context
    for question in context["catalogue"].question.values():
        assert normal(question["text"]) in page.text
    for dimension in context.get("dimensions", []):
        assert f"{dimension['points']} / {dimension['weights']}".replace(".", ",") in page.text
    assert context["rows"] if context["kind"] != "staged" else context["overall"]["terms"]
