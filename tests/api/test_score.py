"""Scoring over HTTP: the same numbers as the result page and the very bytes of the command line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from digitalradar.assessments.services.official import load_figures
from tests.api.asking import assert_described, assert_problem, get, post
from tests.assessments.views.test_result_numbers import PROFILE, engine_answers
from tests.factories.assessments import INSTRUMENTS, make_mixed_run, shipped

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests/assessments/scoring/data"
FIRMS = yaml.safe_load((ROOT / "tests/data/golden-firms.yaml").read_text(encoding="utf-8"))["firms"]
SCHEMAS = {"cyber-check": "LoadedCyberResult", "dii": "LoadedDiiResult"}
OFFERED = {"score", "cyber", "dma", "dii", "compare", "prefill"}


def command_line(request: dict) -> bytes:
    """Return what ``digitalradar score`` answers to one request."""
    command = [sys.executable, "-m", "digitalradar.cli", "score"]
    done = subprocess.run(command, input=json.dumps(request).encode(), capture_output=True, check=True, cwd=ROOT)
    return done.stdout


@pytest.mark.parametrize("catalogue", INSTRUMENTS)
def test_score_is_the_outcome_of_the_result_page(client, catalogue):
    load_figures()
    run = make_mixed_run(catalogue, targets={"technik": 4} if catalogue == "digital-check" else {}, **PROFILE)
    client.post(run.url("result"))
    stored = run.stored()
    outcome = stored.results.get().outcome
    body = {"profile": PROFILE, "answers": engine_answers(run), "targets": stored.targets, "done": []}
    answer = post(f"catalogues/{catalogue}/score", body)
    assert_described(answer, SCHEMAS.get(catalogue, "LoadedScoreResult"))
    result = answer.json()
    assert (result.pop("catalogue"), result.pop("version")) == (catalogue, shipped(catalogue).version)
    assert result.pop("scoring_version") == answer["Scoring-Version"] == stored.results.get().scoring_version
    assert result == outcome
    if catalogue == "dii":
        assert result["comparison"]["dii_version"] == "v3"


@pytest.mark.parametrize("firm", FIRMS[:3], ids=lambda firm: firm["id"])
def test_loaded_and_inline_catalogue_and_command_line_agree(firm):
    shipped()
    whole = json.loads(get("catalogues/digital-check").content)
    request = {"catalogue": whole, "profile": firm["profile"], "answers": firm["answers"]}
    inline = post("score", request)
    assert_described(inline, "ScoreResult")
    assert inline.content == command_line({"op": "score", **request})
    loaded = post("catalogues/digital-check/score", {"profile": firm["profile"], "answers": firm["answers"]})
    assert loaded.content.startswith(inline.content.rstrip(b"}\n"))


def test_inline_answers_in_the_bytes_of_the_command_line():
    """The stored requests pin every operation down; those that are not offered here are refused."""
    requests = (DATA / "requests.jsonl").read_bytes().splitlines()
    results = (DATA / "results.jsonl").read_bytes().splitlines(keepends=True)
    seen = set()
    for request, result in zip(requests, results, strict=True):
        answer, operation = post("score", request), json.loads(request).get("op")
        if operation not in OFFERED:
            assert_problem(answer, 422, "unknown_operation")
        elif error := json.loads(result).get("error"):
            told = assert_problem(answer, 422, error["code"])
            assert f"{told['path']}: {told['reason']}" == error["detail"]
        else:
            assert (answer.status_code, answer.content) == (200, result)
            assert_described(answer, f"{operation.capitalize()}Result")
        seen.add(operation)
    assert seen >= OFFERED


@pytest.mark.parametrize("catalogue", INSTRUMENTS)
def test_a_catalogue_that_was_read_can_be_sent_back(catalogue):
    shipped(catalogue)
    whole = json.loads(get(f"catalogues/{catalogue}").content)
    inline = post("score", {"catalogue": whole})
    loaded = post(f"catalogues/{catalogue}/score", {})
    assert inline.status_code == loaded.status_code == 200
    added = {"catalogue": catalogue, "version": whole["version"], "scoring_version": loaded["Scoring-Version"]}
    assert loaded.json() == inline.json() | added


def test_answers_of_the_index_may_stand_alone():
    shipped("dii")
    questions = [item["id"] for item in get("catalogues/dii").json()["dimensions"][0]["questions"]]
    plain = dict.fromkeys(questions, "yes")
    as_objects = {question: {"value": "yes"} for question in questions}
    plainly, wrapped = (post("catalogues/dii/score", {"answers": answers}) for answers in (plain, as_objects))
    assert plainly.content == wrapped.content
    assert plainly.json()["score"] == 12


def test_index_without_size_has_no_comparison():
    load_figures()
    shipped("dii")
    assert post("catalogues/dii/score", {"answers": {}}).json()["comparison"] is None


def test_index_reads_the_profile_as_the_other_checks_do():
    shipped("dii")
    assert_problem(post("catalogues/dii/score", {"profile": {"sector": 5}}), 422, "invalid_request")


def test_result_is_never_kept_on_the_way_and_sets_no_cookie():
    shipped()
    answer = post("catalogues/digital-check/score", {})
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies
    assert "Access-Control-Allow-Origin" not in answer


def test_scoring_stores_nothing_and_asks_once(django_assert_num_queries):
    shipped()
    body = {"answers": {"strategie.ziel": {"value": 3}}}
    post("catalogues/digital-check/score", body)
    with django_assert_num_queries(1) as asked:
        post("catalogues/digital-check/score", body)
    assert asked[0]["sql"].startswith("SELECT")
    with django_assert_num_queries(0):
        post("score", {"catalogue": {"dimensions": [{"id": "d", "questions": [{"id": "q"}]}]}})
