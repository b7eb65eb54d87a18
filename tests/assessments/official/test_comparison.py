"""A result of the index holds the official figures it was compared with, for ever (scoring.md, section 13)."""

import pytest

from digitalradar.assessments.models import OfficialShare, Result
from digitalradar.assessments.outcome import compute
from digitalradar.assessments.services.finishing import frozen_inputs, has_newer_figures, show_result
from digitalradar.assessments.services.official import load_figures
from digitalradar.assessments.services.runs import change_profile
from tests.assessments.views.page import Page
from tests.factories.assessments import make_run

pytestmark = pytest.mark.django_db

CRITERIA = [
    *("internetzugang", "festnetz", "website", "soziale-medien", "cloud", "cloud-erweitert", "unternehmenssoftware"),
    *("kundenverwaltung", "datenauswertung", "onlineverkauf", "webverkauf-privat", "ki"),
]


@pytest.fixture(autouse=True)
def figures():
    load_figures()


def index_run(yes: int, no: int | None = None, **profile):
    """Start a run with so many Yes, so many No (without a number: all others), and the rest „weiß ich nicht“."""
    no = 12 - yes if no is None else no
    values = ["yes"] * yes + ["no"] * no + ["unknown"] * (12 - yes - no)
    return make_run(
        "dii", answers={f"dii.{key}": value for key, value in zip(CRITERIA, values, strict=True)}, **profile
    )


def shown(run) -> Result:
    _run, result = show_result(token=run.token)
    return Result.objects.get(pk=result.pk)


@pytest.mark.parametrize(
    ("size", "percentile", "rounded", "median", "official", "caveat"),
    [
        ("10-49", "71.0488", 71, "5.1642", "10-49", False),  # E12
        ("50-249", "48.6651", 49, "7.1010", "50-249", False),  # E12
        ("1-9", "71.0488", 71, "5.1642", "10-49", True),
        ("250+", "23.7067", 24, "8.7702", "GE250", False),
    ],
)
def test_result_holds_the_comparison_in_the_own_size_class(size, percentile, rounded, median, official, caveat):
    result = shown(index_run(7, size=size))
    assert result.outcome["comparison"] == {
        "geo": "DE",
        "year": 2025,
        "size": official,
        "dii_version": "v3",
        "percentile": percentile,
        "shown": rounded,
        "median": median,
        "micro_caveat": caveat,
    }


def test_estimate_is_compared_like_a_score():
    result = shown(index_run(3, 5, size="10-49"))  # E13
    assert (result.outcome["score"], result.outcome["is_estimate"], result.outcome["band"]) == (5, True, "low")
    assert result.outcome["comparison"]["shown"] == 48


def test_unknown_size_has_no_comparison():
    result = shown(index_run(7))
    assert result.outcome["comparison"] is None
    assert result.inputs["official"] == []


def test_inputs_hold_the_figures_and_where_they_come_from():
    assert shown(index_run(7, size="10-49")).inputs["official"] == [
        {
            "geo": "DE",
            "year": 2025,
            "dii_version": "v3",
            "size": "10-49",
            "shares": ["29.01", "37.83", "25.21", "7.94"],
            "source": "isoc_e_dii",
            "extracted_on": "2026-03-28",
            "flags": "",
        }
    ]


def correct_figures() -> None:
    OfficialShare.objects.filter(geo="DE", year=2025, size="10-49").update(low="27.83", high="35.21")


def test_corrected_figures_leave_old_results_alone_and_make_a_new_revision():
    run = index_run(7, size="10-49")
    old = shown(run)
    before = Result.objects.filter(pk=old.pk).values().get()
    correct_figures()
    assert Result.objects.filter(pk=old.pk).values().get() == before
    assert compute(run.row.catalogue_version_id, old.inputs).outcome == old.outcome
    new = shown(run)
    assert (old.number, new.number) == (1, 2)
    assert (old.outcome["comparison"]["shown"], new.outcome["comparison"]["shown"]) == (71, 63)


def test_newer_figures_are_told_from_changed_answers():
    run = index_run(7, size="10-49")
    inputs = shown(run).inputs
    assert not has_newer_figures(inputs, frozen_inputs(run.stored()))
    correct_figures()
    assert has_newer_figures(inputs, frozen_inputs(run.stored()))
    without = {key: value for key, value in inputs.items() if key != "official"}
    assert has_newer_figures(without, frozen_inputs(run.stored()))
    change_profile(run=run.stored(), profile={"place": "Beispielort"})
    assert not has_newer_figures(inputs, frozen_inputs(run.stored()))


def test_figures_of_another_version_country_or_size_are_never_used():
    OfficialShare.objects.filter(geo="DE", version="v3", size="10-49").delete()
    assert OfficialShare.objects.filter(version="v4", size="10-49").exists()
    assert OfficialShare.objects.filter(geo="EU27_2020", version="v3", size="10-49").exists()
    assert shown(index_run(7, size="10-49")).outcome["comparison"] is None


def test_other_checks_hold_no_official_figures():
    assert "official" not in frozen_inputs(make_run("digital-check", size="10-49").row)


def test_computing_without_frozen_figures_uses_those_of_today():
    run = index_run(7, size="10-49")
    inputs = frozen_inputs(run.row)
    del inputs["official"]
    assert compute(run.row.catalogue_version_id, inputs).outcome["comparison"]["shown"] == 71


@pytest.mark.parametrize(
    ("score", "size", "account"),
    [
        (7, "10-49", "(29,01 + 37,83 + 25,21 × (7 − 6,5) / 3) / 99,99 × 100 = 71,0488"),  # E12
        (7, "50-249", "(11,88 + 30,18 + 39,66 × (7 − 6,5) / 3) / 100,01 × 100 = 48,6651"),  # E12
        (0, "10-49", "(29,01 × (0 + 0,5) / 4) / 99,99 × 100 = 3,6266"),
        (12, "250+", "(2,04 + 14,24 + 44,56 + 39,16 × (12 − 9,5) / 3) / 100,00 × 100 = 93,4733"),
    ],
)
def test_place_is_accounted_for_to_the_last_digit(client, score, size, account):
    run = index_run(score, size=size)
    shown(run)
    assert account in Page(client.get(run.url("calculation"))).text
    # The account is a sum that comes to the figure the result holds.
    terms, _equals, told = account.replace(",", ".").replace("×", "*").replace("−", "-").partition(" = ")
    assert f"{eval(terms):.4f}" == told


def test_index_without_comparison_accounts_for_no_place(client):
    run = index_run(7)
    shown(run)
    assert "Platz in der amtlichen Statistik" not in Page(client.get(run.url("calculation"))).text
