"""The reference page names what the code has."""

import re
from pathlib import Path

from digitalradar.assessments.scoring import SCORING_VERSION, errors
from digitalradar.assessments.scoring.requests import OPERATIONS

PAGE = (Path(__file__).parents[3] / "docs" / "algorithms" / "scoring.md").read_text(encoding="utf-8")


def _first_column(heading):
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return set(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE))


def test_page_has_every_operation_and_every_refusal():
    codes = {value for name, value in vars(errors).items() if name.isupper()}
    assert _first_column("Requests") == set(OPERATIONS)
    assert _first_column("Refusals") == codes


def test_page_has_the_version_of_the_rules():
    assert f"version **{SCORING_VERSION}**" in PAGE
