"""Compare what the portal stored and showed with what was sent and what the scoring engine makes of it."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from bench.http_client import Browser
from bench.respondent import CATALOGUE, STAGES, Run

FOLDER = Path(__file__).resolve().parent.parent / "digitalradar/assessments/catalogues" / CATALOGUE


@cache
def catalogue() -> Any:
    """Return the main check as the engine takes it, read from its files."""
    from digitalradar.assessments.catalogue import read_catalogue
    from digitalradar.assessments.scoring import parse_catalogue

    return parse_catalogue(read_catalogue(FOLDER).data)


def as_stored(value: str) -> int | str:
    """Return a form's value as the answers hold it."""
    return int(value) if value in STAGES else value


async def stored_data(browser: Browser, run: Run) -> dict[str, Any]:
    """Return the download of everything stored about a run."""
    return json.loads((await browser.get(f"{run.path}daten.json")).body)


async def check_answers(browser: Browser, run: Run) -> dict[str, Any]:
    """Raise AssertionError if an acknowledged answer is missing or different; return the stored data."""
    data = await stored_data(browser, run)
    for question, value in run.answers.items():
        found = data["answers"].get(question, {}).get("value")
        assert found == as_stored(value), f"{question}: sent {value}, stored {found}"
    return data


async def check_result(browser: Browser, run: Run) -> None:
    """Raise AssertionError unless the result equals the engine's, in the data and on the page."""
    from digitalradar.assessments.scoring import score

    data = await check_answers(browser, run)
    answers = {question: {"value": as_stored(value)} for question, value in run.answers.items()}
    expected = json.loads(json.dumps(score(catalogue(), profile=data["profile"], answers=answers)))
    found = data["results"][-1]["outcome"]
    assert found == expected, f"{run.path}: the stored result is not the engine's"
    level = expected["overall"]["level_shown"].replace(".", ",")
    assert level in run.result, f"{run.path}: the page does not show {level}"
