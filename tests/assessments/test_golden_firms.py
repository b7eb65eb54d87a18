"""Firms an adviser would recognise: the first three steps have to make sense to them."""

from functools import cache
from pathlib import Path

import pytest
import yaml

from digitalradar.assessments.catalogue import read_catalogue
from digitalradar.assessments.scoring import parse_catalogue, score

ROOT = Path(__file__).resolve().parents[2]
FIRMS = yaml.safe_load((ROOT / "tests" / "data" / "golden-firms.yaml").read_text(encoding="utf-8"))["firms"]


@cache
def main_check():
    return parse_catalogue(read_catalogue(ROOT / "digitalradar" / "assessments" / "catalogues" / "digital-check").data)


@pytest.mark.parametrize("firm", FIRMS, ids=lambda firm: firm["id"])
def test_next_steps_fit_the_firm(firm):
    result = score(main_check(), profile=firm["profile"], answers=firm["answers"], targets={}, done=[])
    steps = [measure["id"] for measure in result["measures"][:3]]
    assert set(steps) & set(firm["must_contain_one_of"]), firm["why"]
    assert not set(steps) & set(firm["must_not_contain"]), firm["why"]
    assert len(steps) == 3
    assert result["ignored_answers"] == []
