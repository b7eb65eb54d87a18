"""The next run of the same person: the profile comes along, old answers are suggestions, the old run stays."""

import pytest
from django.test import Client

from digitalradar.assessments.models import Assessment, CatalogueVersion
from digitalradar.assessments.services.catalogues import load_catalogue
from digitalradar.assessments.services.runs import delete_run, start_run
from digitalradar.assessments.tokens import hash_token
from tests.assessments.catalogue.small import CATALOGUE, write_catalogue
from tests.assessments.views.page import Page, normal
from tests.factories.assessments import INSTRUMENTS, Run, make_mixed_run, make_run, questionnaire

pytestmark = pytest.mark.django_db

PROFILE = {"sector": "handwerk", "size": "10-49", "place": "Beispielort", "role": "leitung"}


@pytest.fixture
def finished():
    """A run through the main check whose result was shown."""
    run = make_mixed_run(**PROFILE)
    Client().post(run.url("result"))
    return run


def repeated(client: Client, run: Run) -> Run:
    """Press „Check wiederholen“ and return the new run."""
    answer = client.post(run.url("repeat"))
    assert answer.status_code == 302
    token = client.cookies["digitalradar_run"].value
    row = Assessment.objects.get(token_hash=hash_token(token))
    assert answer["Location"].startswith(f"/check/lauf/{token}/")
    return Run(row, token, questionnaire(row.catalogue_version_id, "de"))


def test_repeating_begins_a_run_of_its_own_and_leaves_the_old_one_as_it_is(client, finished):
    before = Assessment.objects.filter(pk=finished.row.pk).values().get()
    client.get(finished.url("result"))
    new = repeated(client, finished)
    assert new.token != finished.token
    assert (new.row.origin_id, new.row.answers, new.row.finished_at) == (finished.row.pk, {}, None)
    assert {name: getattr(new.row, name) for name in PROFILE} == PROFILE
    assert Assessment.objects.filter(pk=finished.row.pk).values().get() == before
    assert client.get(finished.url("result")).status_code == 200


def test_old_answers_are_suggestions_until_they_are_confirmed(client, finished):
    new = repeated(client, finished)
    page = client.get(new.url("section", dimension="strategie"))
    answers = finished.stored().answers
    ids = [item["id"] for item in new.texts.dimension["strategie"]["questions"]]
    stages = {key: answers[key]["value"] for key in ids if isinstance(answers[key]["value"], int)}
    assert len(stages) >= 3
    text = Page(page).text
    assert text.count("Beim letzten Mal: Stufe") == len(stages)
    for key, stage in stages.items():
        words = normal(new.texts.anchors(key, "handwerk")[stage - 1])
        assert f"Beim letzten Mal: Stufe {stage}, „{words}“" in text
    assert not Page(page).chosen.get(f"value.{ids[0]}")
    assert client.get(new.url("data_json")).json()["answers"] == {}
    client.post(new.url("save_one"), {"question": ids[0], "value": str(stages[ids[0]])})
    assert Page(client.get(new.url("section", dimension="strategie"))).text.count("Beim letzten Mal") == len(stages) - 1


@pytest.mark.parametrize("catalogue", INSTRUMENTS)
def test_every_check_can_be_repeated_and_suggests_answers_of_its_own_kind(client, catalogue):
    run = make_mixed_run(catalogue)
    client.post(run.url("result"))
    new = repeated(client, run)
    dimension = next(iter(new.texts.dimension))
    page = Page(client.get(new.url("section", dimension=dimension)))
    assert "Beim letzten Mal:" in page.text
    assert "Weiß ich nicht“" not in page.text


def test_run_without_a_result_is_not_repeated(client):
    run = make_run()
    answer = client.post(run.url("repeat"))
    assert (answer.status_code, answer["Location"]) == (302, run.url("run"))
    assert Assessment.objects.count() == 1


def test_check_that_is_not_offered_any_more_is_not_repeated(client, finished):
    CatalogueVersion.objects.update(is_active=False)
    answer = client.post(finished.url("repeat"))
    assert answer.status_code == 400
    assert "Diesen Check bieten wir zurzeit nicht an." in Page(answer).text
    assert Assessment.objects.count() == 1


@pytest.mark.parametrize("leave", ["deleted", "expired"])
def test_suggestions_end_with_the_old_run(client, finished, leave):
    new = repeated(client, finished)
    if leave == "deleted":
        delete_run(finished.stored())
    else:
        Assessment.objects.filter(pk=finished.row.pk).update(expires_at="2020-01-01T00:00Z")
    page = Page(client.get(new.url("section", dimension="strategie")))
    assert "Beim letzten Mal" not in page.text


@pytest.mark.usefixtures("forgotten_catalogues")
def test_repeating_takes_the_version_in_use_and_drops_a_sector_it_does_not_know(client, tmp_path):
    old, _ = load_catalogue(write_catalogue(tmp_path / "old"))
    row, token = start_run(version=old, profile={"sector": "gibt-es-nicht-mehr", "size": "10-49"})
    Assessment.objects.filter(pk=row.pk).update(finished_at=row.created_at)
    new_text = CATALOGUE.replace('version: "2026.1"', 'version: "2027.1"')
    assert new_text != CATALOGUE
    new, _ = load_catalogue(write_catalogue(tmp_path / "new", catalogue=new_text))
    following = repeated(client, Run(row, token, questionnaire(old.pk, "de")))
    assert following.row.catalogue_version_id == new.pk
    assert (following.row.sector, following.row.size) == ("", "10-49")


def test_result_page_offers_to_repeat(client, finished):
    page = Page(client.get(finished.url("result")))
    assert [form["action"] for form, _text in page.all("form") if form.get("action", "").endswith("/wiederholen/")] == [
        finished.url("repeat")
    ]
