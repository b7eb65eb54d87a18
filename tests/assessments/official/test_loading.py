"""Official figures are loaded as a whole, corrected by name, and never set back by an older extract."""

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from digitalradar.assessments.models import OfficialShare
from digitalradar.assessments.queries.official import comparison_rows
from digitalradar.assessments.services.official import (
    FiguresRefused,
    check_figures,
    load_figures,
    load_shipped_figures,
)
from digitalradar.core.starter import starters
from tests.assessments.together import together

from .files import figure_rows, write

pytestmark = pytest.mark.django_db


def rows() -> list[dict]:
    return list(OfficialShare.objects.order_by("pk").values())


def test_loading_twice_changes_nothing():
    first = load_figures()
    before = rows()
    second = load_figures()
    assert (len(first.new), first.corrected, first.unchanged) == (30, [], 0)
    assert (second.new, second.corrected, second.unchanged) == ([], [], 30)
    assert rows() == before


def test_starter_brings_the_figures_of_the_package_once():
    assert "official statistics" in [starter.name for starter in starters()]
    assert load_shipped_figures() == "30 new, 0 corrected"
    assert load_shipped_figures() is None


def test_broken_file_loads_nothing(tmp_path):
    broken = figure_rows() + figure_rows(year="2023")
    broken[-1]["value"] = "x"
    with pytest.raises(FiguresRefused) as refused:
        load_figures(write(tmp_path / "file.csv", broken))
    assert ":11: value: " in str(refused.value)
    assert rows() == []


def test_next_year_is_added_and_used(tmp_path):
    load_figures()
    path = write(tmp_path / "file.csv", figure_rows(year="2025", extracted_on="2028-02-01"))
    text = path.read_text().replace("DE,Germany,2025", "DE,Germany,2027")
    path.write_text(text)
    assert load_figures(path).new == ["DE 2027 v3 10-49"]
    assert [row["year"] for row in comparison_rows("v3", "10-49")] == [2027]
    assert [row["year"] for row in comparison_rows("v3", "50-249")] == [2025]


def corrected_file(path, day: str):
    changed = figure_rows(extracted_on=day)
    changed[1]["value"], changed[2]["value"] = "25.31", "37.73"
    return write(path, changed)


@pytest.mark.parametrize("day", ["2026-03-28", "2026-12-01"])
def test_corrected_figure_is_replaced_and_named(tmp_path, day):
    load_figures()
    loaded = load_figures(corrected_file(tmp_path / "file.csv", day))
    assert (loaded.new, loaded.kept, len(loaded.corrected)) == ([], [], 1)
    assert loaded.corrected[0].startswith("DE 2025 v3 10-49: low 37.83 -> 37.73, high 25.21 -> 25.31")
    assert [str(share) for share in comparison_rows("v3", "10-49")[0]["shares"]] == ["29.01", "37.73", "25.31", "7.94"]


def test_older_extract_never_replaces_a_newer_one(tmp_path):
    load_figures()
    load_figures(corrected_file(tmp_path / "file.csv", "2026-12-01"))
    before = rows()
    assert load_figures().kept == ["DE 2025 v3 10-49"]
    assert rows() == before


def test_newer_extract_with_the_same_figures_confirms_them(tmp_path):
    load_figures()
    loaded = load_figures(write(tmp_path / "file.csv", figure_rows(extracted_on="2026-12-01")))
    assert (loaded.confirmed, loaded.corrected) == (1, [])
    assert comparison_rows("v3", "10-49")[0]["extracted_on"] == "2026-12-01"


def test_command_checks_and_loads_without_a_file(capsys):
    call_command("statistics", "check")
    assert rows() == []
    call_command("statistics", "load")
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "eurostat-dii.csv: sound, 30 figures, years 2021, 2022, 2023, 2024, 2025"
    assert said[1] == "new: DE 2021 v3 10-49"
    assert said[-1] == "eurostat-dii.csv: 30 new, 0 corrected, 0 confirmed, 0 unchanged, 0 kept"
    assert len(rows()) == 30


@pytest.mark.parametrize("action", ["check", "load"])
def test_command_tells_each_problem_on_a_line_and_fails(tmp_path, capsys, action):
    path = write(tmp_path / "file.csv", figure_rows(unit="x"))
    with pytest.raises(CommandError, match="5 problems, nothing loaded"):
        call_command("statistics", action, str(path))
    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"{path}:2: unit: 'x' is not one of: percent_of_enterprises."
    assert len(said) == 5
    assert rows() == []


def test_check_needs_no_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert len(check_figures().figures) == 30


@pytest.mark.parametrize(
    ("size", "row"),
    [
        ("1-9", "10-49"),
        ("10-49", "10-49"),
        ("50-249", "50-249"),
        ("250+", "GE250"),
        (None, None),
        ("", None),
        ("9", None),
    ],
)
def test_comparison_row_is_that_of_the_own_size_class_latest_year_and_country(size, row):
    load_figures()
    found = comparison_rows("v3", size)
    assert [(one["geo"], one["year"], one["size"]) for one in found] == ([("DE", 2025, row)] if row else [])


def test_version_without_shares_of_bands_has_no_comparison():
    load_figures()
    assert comparison_rows("v4", "10-49") == []


@pytest.mark.database
@pytest.mark.parametrize(
    "values",
    [
        {"very_low": None},
        {"high": "100.01"},
        {"at_least_basic": "-0.01"},
        {"pk": None},
    ],
    ids=["three bands", "above 100", "below 0", "twice"],
)
def test_database_refuses_broken_figures(values):
    load_figures()
    row = OfficialShare.objects.get(geo="DE", year=2025, size="10-49")
    for name, value in values.items():
        setattr(row, name, value)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_two_installations_at_once_load_each_figure_once():
    together(*[load_figures] * 3)
    assert OfficialShare.objects.count() == 30
