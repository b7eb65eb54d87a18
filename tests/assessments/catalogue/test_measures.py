"""Measures follow from the guide plan and the questions; the table in the reference has the rules."""

import subprocess
import sys
from pathlib import Path

import pytest

from digitalradar.assessments.catalogue.measures import CHECK_ITSELF, SECTORS, build_measures, condition, effort

ROOT = Path(__file__).resolve().parents[3]


def guide(slug="kopien", maturity=(1, 2), sectors=SECTORS, hours=(4, 8), cost="K0", requires=()):
    return {
        "slug": slug,
        "title": "Titel",
        "promise": "Versprechen",
        "topic_field": "it-sicherheit",
        "dimension": "sicherheit",
        "maturity": list(maturity),
        "sectors": list(sectors),
        "effort": {"hours_min": hours[0], "hours_max": hours[1], "weeks_min": 1, "weeks_max": 2},
        "cost_class": cost,
        "prerequisites": list(requires),
        "key_steps": ["Schritt"],
        "chances": [],
        "risks": [],
        "employee_involvement": "Alle",
    }


def asks(question, **grades):
    return {"id": question, "guides": [{"slug": slug, "grade": grade} for slug, grade in grades.items()]}


def lifts(guides, questions):
    return {measure["id"]: measure["lifts"] for measure in build_measures(guides, questions)}


def lift(question, start, to, share=1):
    return {"question": question, "from": start, "to": to, "share": share}


def test_files_are_what_the_script_writes():
    command = [sys.executable, str(ROOT / "scripts" / "build_measures.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("hours", "cost", "expected"),
    [
        ((7, 8), "K0", 1),
        ((8, 8), "K0", 2),
        ((20, 27), "K0", 2),
        ((20, 28), "K0", 3),
        ((60, 60), "K0", 4),
        ((120, 199), "K0", 4),
        ((160, 160), "K0", 5),
        ((4, 8), "K1", 2),
        ((4, 8), "K4", 5),
        ((160, 400), "K2", 5),
    ],
)
def test_effort_is_the_higher_of_hours_and_cost(hours, cost, expected):
    assert effort(guide(hours=hours, cost=cost)) == expected


def test_exact_guide_lifts_one_stage_beyond_and_from_one_earlier():
    assert lifts([guide(maturity=(2, 3))], [asks("q", kopien=2)]) == {"kopien": [lift("q", 1, 4)]}


def test_lift_stays_between_the_first_and_the_last_stage():
    assert lifts([guide(maturity=(1, 2, 3, 4, 5))], [asks("q", kopien=2)]) == {"kopien": [lift("q", 1, 5)]}


def test_guide_that_follows_another_starts_where_it_says():
    guides = [guide("erst", (1, 2)), guide("dann", (3, 4))]
    assert lifts(guides, [asks("q", erst=2, dann=2)]) == {"erst": [lift("q", 1, 3)], "dann": [lift("q", 3, 5)]}


def test_guide_that_is_the_first_in_one_sector_starts_earlier():
    guides = [guide("erst", (1, 2), ["handel"]), guide("dann", (3, 4), ["handel", "handwerk"])]
    assert lifts(guides, [asks("q", erst=2, dann=2)])["dann"] == [lift("q", 2, 5)]


def test_guide_that_only_helps_does_not_count_as_a_first_step():
    guides = [guide("hilft", (1, 2)), guide("dann", (3, 4))]
    assert lifts(guides, [asks("q", hilft=1, dann=2)])["dann"] == [lift("q", 2, 5)]


def test_guide_that_helps_lifts_one_stage_with_a_quarter():
    assert lifts([guide(maturity=(2, 3, 4))], [asks("q", kopien=1)]) == {"kopien": [lift("q", 2, 3, 0.25)]}


def test_what_others_require_lifts_to_stage_three_and_no_further():
    guides = [guide("basis", (2, 3, 4)), guide("danach", (3, 4), requires=["basis"])]
    found = lifts(guides, [asks("a", basis=2), asks("b", basis=1, danach=2), asks("c", danach=1)])
    assert found == {
        "basis": [lift("a", 1, 3), lift("b", 2, 3, 0.25)],
        "danach": [lift("b", 2, 5), lift("c", 3, 4, 0.25)],
    }


def test_lift_that_is_left_empty_is_dropped():
    guides = [guide("basis", (3, 4)), guide("danach", requires=["basis"])]
    assert lifts(guides, [asks("q", basis=1, danach=1)])["basis"] == []


def test_check_itself_is_no_measure_and_no_prerequisite():
    guides = [guide(CHECK_ITSELF), guide("plan", (2, 3), requires=[CHECK_ITSELF])]
    (measure,) = build_measures(guides, [asks("q", **{CHECK_ITSELF: 2, "plan": 2})])
    assert (measure["id"], measure["requires"], measure["lifts"]) == ("plan", [], [lift("q", 1, 4)])


def test_prerequisite_the_catalogue_does_not_ask_about_is_left_out():
    guides = [guide("basis"), guide("danach", requires=["basis"])]
    (measure,) = build_measures(guides, [asks("q", danach=2)])
    assert (measure["id"], measure["requires"]) == ("danach", [])


def test_unknown_guide_is_refused():
    with pytest.raises(KeyError, match="fehlt"):
        build_measures([guide()], [asks("q", fehlt=2)])


def without(key, *values):
    return {"not": {"profile": key, "in": list(values)}}


@pytest.mark.parametrize(
    ("slug", "sectors", "expected"),
    [
        ("kopien", SECTORS, None),
        ("kopien", SECTORS[:4], without("sector", *SECTORS[4:])),
        ("kopien", SECTORS[:3], without("sector", *SECTORS[3:], "andere")),
        ("betriebsrat-einbinden", SECTORS, without("size", "1-9", "10-49")),
        ("mes-einfuehren", SECTORS[1:], {"all": [without("sector", "industrie"), without("size", "1-9")]}),
    ],
)
def test_condition_excludes_by_name(slug, sectors, expected):
    assert condition(guide(slug, sectors=sectors)) == expected


def test_tours_are_a_step_for_hauliers_only():
    excluded = condition(guide("touren-und-frachtpapiere-digital", sectors=SECTORS[:5]))["not"]["in"]
    assert set(excluded) == {*SECTORS, "andere"} - {"logistik"}
