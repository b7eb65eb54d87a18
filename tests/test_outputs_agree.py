"""One result, all its outputs: wherever a level, a rounded or an exact score appears, it is the same."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import openpyxl
import pytest
from django.test import Client

from digitalradar.assessments.documents import build_document
from digitalradar.assessments.models import Contribution, Result
from tests.api.asking import get, post
from tests.assessments.views.page import Page
from tests.assessments.views.test_result_numbers import PROFILE, engine_answers
from tests.factories.assessments import Run, make_mixed_run, share
from tests.pdf_reader import Document

pytestmark = pytest.mark.django_db

FIELDS = ("level_shown", "shown", "exact")
Numbers = dict[str, tuple[str | None, int | None, str | None]]
"""Level, rounded and exact score by dimension and ``overall``; None where there is no value."""


@pytest.fixture(params=["digital-check", "kurz-check", "ki-check"])
def run(request: pytest.FixtureRequest) -> Run:
    """A run with a result, whose owner takes part in the comparison and shares everything."""
    made = make_mixed_run(request.param, **PROFILE)
    Client().post(made.url("result"), {"comparison": "asked", "is_compared": "1"})
    share(made)
    return made


def numbers(outcome: dict[str, Any]) -> Numbers:
    parts = {"overall": outcome["overall"], **outcome["dimensions"]}
    return {key: tuple(part[field] for field in FIELDS) for key, part in parts.items()}


def stored(run: Run) -> Numbers:
    return numbers(Result.objects.get().outcome)


def in_json(run: Run) -> Numbers:
    return numbers(Client().get(run.url("data_json")).json()["results"][0]["outcome"])


def in_csv(run: Run) -> Numbers:
    text = Client().get(run.url("data_result_csv")).content.decode("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text), delimiter=";")
    return {
        row["dimension"]: (
            row["level_shown"] or None,
            int(row["shown"]) if row["shown"] else None,
            row["exact"] or None,
        )
        for row in rows
    }


def in_xlsx(run: Run) -> Numbers:
    sheet = openpyxl.load_workbook(io.BytesIO(Client().get(run.url("data_xlsx")).content)).worksheets[0]
    return {
        row[0]: (None if row[3] is None else f"{row[3]:.1f}", row[4], row[5])
        for row in sheet.iter_rows(min_row=2, values_only=True)
    }


def from_the_api(run: Run) -> Numbers:
    body = {"profile": PROFILE, "answers": engine_answers(run)}
    return numbers(post(f"catalogues/{run.texts.id}/score", body).json())


def from_the_command_line(run: Run) -> Numbers:
    catalogue = json.loads(get(f"catalogues/{run.texts.id}").content)
    request = {"op": "score", "catalogue": catalogue, "profile": PROFILE, "answers": engine_answers(run)}
    command = [sys.executable, "-m", "digitalradar.cli", "score"]
    done = subprocess.run(command, input=json.dumps(request).encode(), capture_output=True, check=True)
    return numbers(json.loads(done.stdout))


@pytest.mark.parametrize("output", [in_json, in_csv, in_xlsx, from_the_api, from_the_command_line])
def test_outputs_for_programs_hold_the_numbers_of_the_result(run, output: Callable[[Run], Numbers]):
    assert output(run) == stored(run)


def written(exact: str | None, score: str | None) -> str:
    return f"{exact} = {score}".replace(".", ",")


@pytest.mark.parametrize("shared", [False, True])
def test_pages_and_shared_pages_write_the_numbers_of_the_result(run, shared):
    outcome = Result.objects.get().outcome
    addresses = (
        (f"/check/ergebnis/{run.shared_token}/", f"/check/ergebnis/{run.shared_token}/rechnung/")
        if shared
        else (run.url("result"), run.url("calculation"))
    )
    page, account = (Page(Client().get(address)) for address in addresses)
    levels = [(part["level_shown"] or "–").replace(".", ",") for part in outcome["dimensions"].values()]
    assert [text for _attributes, text in page.all("td", class_="main")][: len(levels)] == levels
    assert page.all("span", class_="figure")[0][1] == outcome["overall"]["level_shown"].replace(".", ",")
    cells = [text for _attributes, text in account.all("td")]
    for part in scored_parts(outcome):
        assert written(part["exact"], part["score"]) in cells
    rows = [text for _attributes, text in account.all("tr")]
    whole, *dimensions = scored_parts(outcome)
    assert of_rows(rows, "gerundet, auf der Skala von 0 bis 100") == [
        f"{whole['shown']}{whole['shown_unweighted']}",
        *(str(part["shown"]) for part in dimensions),
    ]
    assert of_rows(rows, "auf der Skala von 1 bis 5") == [
        whole["level_shown"].replace(".", ","),
        *(f"Stufe {part['stage']}{part['level_shown']}".replace(".", ",") for part in dimensions),
    ]


def of_rows(rows: list[str], head: str) -> list[str]:
    """Return what stands behind the head of each row that begins with it, from top to bottom."""
    return [row.removeprefix(head) for row in rows if row.startswith(head)]


@pytest.mark.parametrize("language", ["de", "en"])
def test_document_writes_the_numbers_of_the_result(run, language):
    result = Result.objects.select_related("assessment").get()
    document = Document(build_document(result, language).content)
    for part in scored_parts(result.outcome):
        for words in (f"{part['exact']} = {part['score']}", part["level_shown"]):
            assert document.says(words.replace(".", ",") if language == "de" else words)


def test_contribution_holds_the_rounded_scores_without_own_weighting(run):
    outcome = Result.objects.get().outcome
    parts = {"overall": outcome["overall"], **outcome["dimensions"]}
    expected = {key: part["shown_unweighted"] for key, part in parts.items() if part["status"] == "scored"}
    assert Contribution.objects.get().values == expected


def scored_parts(outcome: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the whole and the dimensions that have a value."""
    yield from (part for part in [outcome["overall"], *outcome["dimensions"].values()] if part["status"] == "scored")
