"""What is wrong is named with file, line, place and reason, and nothing else is."""

from pathlib import Path

import pytest
import yaml

from digitalradar.assessments.catalogue import Problem, problems, read_catalogue

from .small import FILES, line_of, write_catalogue

BROKEN = yaml.safe_load(Path(__file__).with_name("broken.yaml").read_text(encoding="utf-8"))
CASES = [pytest.param(case, id=f"{part}-{case['path']}") for part, cases in BROKEN.items() for case in cases]


def test_small_catalogue_is_sound(tmp_path):
    assert problems(read_catalogue(write_catalogue(tmp_path))) == []


@pytest.mark.parametrize("case", CASES)
def test_broken_part_is_named(tmp_path, case):
    original = FILES[f"{case['file']}.yaml"]
    assert case["replace"] in original
    text = original.replace(case["replace"], case["by"], 1)
    folder = write_catalogue(tmp_path, **{case["file"]: text})
    (problem,) = problems(read_catalogue(folder))
    assert problem == Problem(
        file=str(folder / f"{case['file']}.yaml"),
        line=line_of(text, case["at"]),
        path=case["path"],
        reason=case.get("reason", problem.reason),
    )
    assert problem.reason.endswith((".", "?"))


def test_several_problems_come_in_the_order_of_the_files(tmp_path):
    text = FILES["catalogue.yaml"].replace("weight: 1.5", "weight: -1").replace("title: Beispiel-Check", "title: 5")
    found = problems(read_catalogue(write_catalogue(tmp_path, catalogue=text)))
    assert [problem.path for problem in found] == ["title", "dimensions[0].questions[0].weight"]


def test_problem_reads_as_a_sentence_with_its_place():
    problem = Problem("ordner/en.yaml", 7, "questions", "This is wrong.")
    assert str(problem) == "ordner/en.yaml:7: questions: This is wrong."
    assert str(Problem("ordner", 1, "", "This is wrong.")) == "ordner:1: This is wrong."
