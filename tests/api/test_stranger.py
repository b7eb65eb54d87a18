"""A stranger's script scores the golden firms over HTTP and gets the numbers of their result pages."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from digitalradar.assessments.queries import questionnaire
from tests.assessments.views.page import Page
from tests.factories.assessments import Run, make_run, shipped

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("stranger.py")
FIRMS = yaml.safe_load((ROOT / "tests/data/golden-firms.yaml").read_text(encoding="utf-8"))["firms"]
SOLO = {"yes": True, "no": False}


def as_forms_offer(firm: dict[str, Any]) -> dict[str, Any]:
    """Return the firm without answers that no form offers: "does not apply" is possible at some questions only."""
    questions = questionnaire(shipped().pk, "de").question
    kept = {key: given for key, given in firm["answers"].items() if given["value"] != "na" or questions[key].get("na")}
    return {**firm, "answers": kept}


def answered_on_the_pages(client, firm: dict[str, Any]) -> Run:
    """Answer as the script on the page does, question by question, and ask for the result."""
    told = firm["profile"]
    solo = SOLO[told["solo"]] if told["size"] == "1-9" and "solo" in told else None
    run = make_run(sector=told["sector"], size=told["size"], is_solo=solo)
    for question, answer in firm["answers"].items():
        sent = {"question": question, **{name: str(value) for name, value in answer.items()}}
        assert client.post(run.url("save_one"), sent).status_code == 200
    assert client.post(run.url("result"), {"x": "1"}).status_code == 302
    return run


def test_scores_over_http_are_those_of_the_result_pages(client, portal):
    firms = [as_forms_offer(firm) for firm in FIRMS]
    done = subprocess.run(
        [sys.executable, "-I", str(SCRIPT), portal], input=json.dumps(firms).encode(), capture_output=True, check=True
    )
    results = json.loads(done.stdout)
    assert results.keys() == {firm["id"] for firm in firms}
    for firm in firms:
        result = results[firm["id"]]
        run = answered_on_the_pages(client, firm)
        outcome = run.stored().results.get().outcome
        assert {key: result[key] for key in outcome} == outcome
        answer = client.get(run.url("result"))
        page = Page(answer)
        assert [text for _attributes, text in page.all("td", class_="main")] == [
            (item["level_shown"] or "–").replace(".", ",") for item in result["dimensions"].values()
        ]
        assert page.all("span", class_="figure")[0][1] == result["overall"]["level_shown"].replace(".", ",")
        assert [step["id"] for step in answer.context["steps"]] == [item["id"] for item in result["measures"][:3]]
