"""The API describes itself: nothing is missing, the page shows all of it, and the samples run."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from digitalradar.api.documentation import parts
from digitalradar.api.endpoints import openapi_document
from digitalradar.api.problem_texts import KINDS
from digitalradar.api.samples import CURL, PYTHON
from tests.assessments.views.page import Page

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = (ROOT / "docs/reference/api.md").read_text(encoding="utf-8")


def test_every_reference_leads_somewhere():
    document = openapi_document()
    for reference in set(re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(document))):
        place = document
        for step in reference.split("/"):
            place = place[step]
        assert place


def test_every_schema_is_valid_and_every_field_has_a_type():
    for name, schema in openapi_document()["components"]["schemas"].items():
        jsonschema.Draft202012Validator.check_schema(schema)
        for field, described in schema.get("properties", {}).items():
            assert {"type", "$ref", "anyOf", "enum", "const"} & set(described), (name, field)


def test_every_field_of_ours_is_explained():
    """Fields of catalogue files and of library files are explained in the references of these formats."""
    silent = [
        f"{part.name}.{row.name}"
        for part in parts()
        for row in part.rows
        if not part.name.startswith(("Catalogue", "Library.")) and not row.text and not row.parts
    ]
    assert silent == []


def test_every_operation_says_what_it_does_and_how_it_refuses():
    document = openapi_document()
    assert document["openapi"].startswith("3.1")
    seen = set()
    for methods in document["paths"].values():
        for method, operation in methods.items():
            assert operation["summary"]
            assert operation["description"]
            assert operation["operationId"] not in seen
            seen.add(operation["operationId"])
            wanted = {"200", "400", "404", "405", "422", "500"} | (
                {"413", "415", "429"} if method == "post" else {"304"}
            )
            assert set(operation["responses"]) == wanted
    assert len(seen) == len(document["paths"]) == 10


def test_examples_of_requests_are_as_described():
    parts = {"components": {"schemas": openapi_document()["components"]["schemas"]}}
    for methods in openapi_document()["paths"].values():
        for body in [method["requestBody"] for method in methods.values() if "requestBody" in method]:
            content = body["content"]["application/json"]
            for example in content["examples"].values():
                jsonschema.Draft202012Validator({**content["schema"], **parts}).validate(example["value"])


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "language"), [("/api/v1/docs/", "de"), ("/en/api/v1/docs/", "en")])
def test_page_shows_all_operations_parts_and_refusals(client, address, language):
    answer = client.get(address)
    page = Page(answer)
    assert (answer.status_code, answer["Content-Language"]) == (200, language)
    document = openapi_document()
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            assert f"{method.upper()} {path}" in page.text
            assert operation["summary"] in page.text
    ids = {attributes["id"] for _tag, attributes, _text, _language in page.elements if "id" in attributes}
    links = {attributes["href"][1:] for attributes, _text in page.all("a") if attributes["href"].startswith("#")}
    assert links <= ids
    assert set(KINDS) <= ids
    assert (set(document["components"]["schemas"]) - {"InlineRequest"}) <= ids


@pytest.mark.django_db
def test_page_needs_no_query_of_its_own_and_no_cookie(client, django_assert_max_num_queries):
    client.get("/api/v1/docs/")
    with django_assert_max_num_queries(4):
        assert not client.get("/api/v1/docs/").cookies


@pytest.mark.django_db
def test_page_is_found_without_the_slash(client):
    assert client.get("/api/v1/docs")["Location"] == "/api/v1/docs/"


def test_reference_shows_the_samples_that_are_tested():
    assert CURL in REFERENCE
    assert PYTHON in REFERENCE


def test_reference_names_every_address_and_code():
    for path, methods in openapi_document()["paths"].items():
        for method in methods:
            assert f"`{method.upper()} {path}`" in REFERENCE
    assert all(f"`{code}`" in REFERENCE for code in KINDS)


def test_python_sample_runs_without_our_code(portal, tmp_path):
    script = tmp_path / "sample.py"
    script.write_text(PYTHON.replace("https://digital.example.org", portal), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-I", str(script)], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(r"2\.0 \['[a-z0-9', -]+'\]\n", done.stdout)


def test_curl_sample_runs(portal):
    command = shlex.split(CURL.replace("https://digital.example.org", portal))
    done = subprocess.run([*command, "--silent", "--fail"], capture_output=True, check=True)
    assert json.loads(done.stdout)["catalogue"] == "digital-check"
