"""What holds for every address: methods, scripts of other sites, no cookies."""

import json

import pytest
from django.test import Client

from tests.api.asking import assert_problem, get, post
from tests.factories.assessments import shipped

pytestmark = pytest.mark.django_db

READING = ["catalogues", "catalogues/digital-check", "openapi.json"]
SCORING = ["score", "catalogues/digital-check/score"]
OTHER_SITE = {"Origin": "https://partner.example"}


@pytest.fixture(autouse=True)
def main_check():
    shipped()


@pytest.mark.parametrize("path", READING)
def test_head_is_get_without_a_body(client, path):
    got, headed = get(path), client.head(f"/api/v1/{path}")
    assert (headed.status_code, headed.content, headed["ETag"]) == (200, b"", got["ETag"])


@pytest.mark.parametrize("method", ["OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "POST", "QUERY"])
@pytest.mark.parametrize("path", READING)
def test_reading_knows_no_other_method(client, path, method):
    answer = client.generic(method, f"/api/v1/{path}")
    assert_problem(answer, 405, "method_not_allowed")
    assert answer["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE"])
@pytest.mark.parametrize("path", SCORING)
def test_scoring_only_takes_posts(client, path, method):
    answer = client.generic(method, f"/api/v1/{path}")
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    if method != "HEAD":
        assert_problem(answer, 405, "method_not_allowed")


@pytest.mark.parametrize("path", [*READING, "catalogues/gibt-es-nicht", "gibt-es-nicht"])
def test_scripts_of_other_sites_may_read_answers_and_refusals(path):
    answer = get(path, **OTHER_SITE)
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer
    assert "ETag" in answer["Access-Control-Expose-Headers"]


@pytest.mark.parametrize("path", [*READING, *SCORING])
def test_preflight_allows_reading_only(client, path):
    asked = OTHER_SITE | {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    answer = client.options(f"/api/v1/{path}", headers=asked)
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Access-Control-Allow-Methods"] == "GET, HEAD"
    assert "content-type" not in answer["Access-Control-Allow-Headers"].lower()


@pytest.mark.parametrize("path", SCORING)
def test_scripts_of_other_sites_may_not_score(path):
    for body in ({}, b"{"):
        assert "Access-Control-Allow-Origin" not in post(path, body, **OTHER_SITE)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "POST", "OPTIONS", "TRACE"])
def test_addresses_that_do_not_exist_know_no_method(client, method):
    assert_problem(client.generic(method, "/api/v1/gibt-es-nicht"), 404, "not_found")


def test_compressed_answer_is_recognised_again(client):
    zipped = {"Accept-Encoding": "gzip"}
    tag = client.get("/api/v1/catalogues/digital-check", headers=zipped)["ETag"]
    assert tag.startswith("W/")
    again = client.get("/api/v1/catalogues/digital-check", headers=zipped | {"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_nothing_here_sets_or_reads_a_cookie(client):
    client.cookies.load({"digitalradar_run": "A" * 24, "sessionid": "x" * 32, "django_language": "en"})
    answer = client.get("/api/v1/catalogues")
    assert not answer.cookies
    assert "Cookie" not in answer["Vary"]
    assert answer.json()["catalogues"][0]["text_language"] == "de"


def test_other_pages_are_left_alone(client):
    answer = client.get("/check/", headers=OTHER_SITE)
    assert "Access-Control-Allow-Origin" not in answer
    assert client.options("/check/", headers=OTHER_SITE | {"Access-Control-Request-Method": "GET"}).status_code == 405


def test_openapi_document_is_served_as_it_is_built():
    from digitalradar.api.endpoints import openapi_document

    answer = get("openapi.json", "de")
    assert json.loads(answer.content) == json.loads(json.dumps(openapi_document()))
    assert (answer["Content-Type"], answer["Content-Language"]) == ("application/json", "en")


def test_pages_may_not_frame_and_sniff_what_is_sent():
    answer = Client().get("/api/v1/catalogues")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
