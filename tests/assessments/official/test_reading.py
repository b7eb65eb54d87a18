"""A file of official figures is read as a whole or refused with line, column and reason."""

from datetime import date
from decimal import Decimal

import pytest

from digitalradar.assessments.official import DEFAULT_FILE, Figure, FiguresUnreadable, ai_use, read_figures

from .files import figure_rows, shipped_rows, write


def refusals(path) -> list[str]:
    with pytest.raises(FiguresUnreadable) as refused:
        read_figures(path)
    return [str(problem).removeprefix(f"{path}:") for problem in refused.value.problems]


def test_figures_of_the_package_are_sound_and_complete():
    figures = {figure.key: figure for figure in read_figures(DEFAULT_FILE).figures}
    years = {"v3": (2021, 2023, 2025), "v4": (2022, 2024)}
    assert figures.keys() == {
        (geo, year, version, size)
        for geo in ("DE", "EU27_2020")
        for version, of_version in years.items()
        for year in of_version
        for size in ("10-49", "50-249", "GE250")
    }
    assert figures["DE", 2025, "v3", "10-49"] == Figure(
        geo="DE",
        year=2025,
        version="v3",
        size="10-49",
        shares=(Decimal("29.01"), Decimal("37.83"), Decimal("25.21"), Decimal("7.94")),
        at_least_basic=Decimal("70.99"),
        flags="",
        source="isoc_e_dii",
        extracted_on=date(2026, 3, 28),
    )
    assert figures["DE", 2024, "v4", "10-49"].shares == ()
    assert figures["DE", 2024, "v4", "10-49"].at_least_basic == Decimal("77.12")


def test_order_of_lines_and_columns_does_not_matter(tmp_path):
    rows = shipped_rows()
    turned = write(tmp_path / "turned.csv", rows[::-1], columns=list(rows[0])[::-1])
    by_key = {figure.key: figure for figure in read_figures(turned).figures}
    assert by_key == {figure.key: figure for figure in read_figures(DEFAULT_FILE).figures}


def test_sums_over_size_classes_are_left_out_and_counted(tmp_path):
    rows = figure_rows() + figure_rows(size_class_persons_employed="GE10")
    reading = read_figures(write(tmp_path / "file.csv", rows))
    assert (len(reading.figures), reading.left_out) == (1, 5)


def test_marks_of_all_bands_are_kept_once(tmp_path):
    rows = figure_rows()
    for row, flag in zip(rows, ["b", "", "be", "", "b"], strict=True):
        row["flag"] = flag
    assert read_figures(write(tmp_path / "file.csv", rows)).figures[0].flags == "be"


# Line 4 of the file is the share of the band „low“, 37.83 %.
@pytest.mark.parametrize(
    ("column", "wrong", "reason"),
    [
        ("value", "abc", "'abc' is not a share from 0 to 100 with at most two decimals and a point."),
        ("value", "37,83", "'37,83' is not a share from 0 to 100 with at most two decimals and a point."),
        ("value", "-1", "'-1' is not a share from 0 to 100 with at most two decimals and a point."),
        ("value", "101", "'101' is not a share from 0 to 100 with at most two decimals and a point."),
        ("value", "1e1", "'1e1' is not a share from 0 to 100 with at most two decimals and a point."),
        ("value", "٣", "'٣' is not a share from 0 to 100 with at most two decimals and a point."),
        ("value", "", "'' is not a share from 0 to 100 with at most two decimals and a point."),
        ("geo", "D", "'D' is not one of: DE, EU27_2020."),
        ("year", "25", "'25' is not a year of this century."),
        ("dii_version", "v5", "'v5' is not one of: v3, v4."),
        ("size_class_persons_employed", "250+", "'250+' is not one of: 10-49, 50-249, GE250, 10-249, GE10."),
        ("band", "middle", "'middle' is not one of: very_low, low, high, very_high, at_least_basic."),
        ("eurostat_indicator", "E_DI4_LO", "'E_DI4_LO' is not one of: E_DI3_LO."),
        ("unit", "count", "'count' is not one of: percent_of_enterprises."),
        ("flag", "c", "The mark 'c' is unknown, or says that there is no value."),
        ("nace_scope", "C", "'C' is not one of: C10-S951_X_K."),
        ("source_url", "https://example.org/", "'https://example.org/' is not the address of a known source."),
        ("extracted_on", "28.3.2026", "'28.3.2026' is not a day like 2026-03-28."),
    ],
)
def test_wrong_cell_is_refused_with_its_line_and_column(tmp_path, column, wrong, reason):
    rows = figure_rows()
    assert rows[2]["band"] == "low"
    rows[2] = {**rows[2], column: wrong}
    assert f"4: {column}: {reason}" in refusals(write(tmp_path / "file.csv", rows))


def test_missing_band_is_refused(tmp_path):
    rows = [row for row in figure_rows() if row["band"] != "high"]
    reason = "Of this year and size these bands are missing: high."
    assert refusals(write(tmp_path / "file.csv", rows)) == [f"2: band: {reason}"]


def test_four_bands_without_the_share_above_the_threshold_are_refused(tmp_path):
    rows = [row for row in figure_rows() if row["band"] != "at_least_basic"]
    reason = "Of this year and size these bands are missing: at_least_basic."
    assert refusals(write(tmp_path / "file.csv", rows)) == [f"2: band: {reason}"]


@pytest.mark.parametrize(("value", "refused"), [("37.33", True), ("37.34", False), ("38.34", False), ("38.35", True)])
def test_sum_further_than_half_a_point_from_100_is_refused(tmp_path, value, refused):
    rows = figure_rows()
    rows[2]["value"] = value  # 37.83 in truth; the four add up to 99.99
    # The share above the threshold moves along, so that only the sum is looked at.
    rows[0]["value"] = str(Decimal(value) + Decimal("25.21") + Decimal("7.94"))
    path = write(tmp_path / "file.csv", rows)
    if refused:
        total = Decimal("99.99") - Decimal("37.83") + Decimal(value)
        assert refusals(path) == [f"2: value: The four bands add up to {total} instead of 100."]
    else:
        assert len(read_figures(path).figures) == 1


def test_share_above_the_threshold_has_to_fit_the_bands(tmp_path):
    rows = figure_rows()
    rows[0]["value"] = "80.99"
    reason = "The three upper bands add up to 70.98, not to 80.99."
    assert refusals(write(tmp_path / "file.csv", rows)) == [f"2: value: {reason}"]


def test_same_figure_twice_is_refused_even_with_the_same_value(tmp_path):
    rows = figure_rows()
    path = write(tmp_path / "file.csv", [*rows, rows[2]])
    assert refusals(path) == ["7: band: This figure stands in line 4 already."]


def test_bands_of_one_figure_come_from_one_extract(tmp_path):
    rows = figure_rows()
    rows[1]["extracted_on"] = "2026-11-20"
    reason = "The bands of one year and size come from extracts of different days."
    assert refusals(write(tmp_path / "file.csv", rows)) == [f"2: extracted_on: {reason}"]


def test_every_problem_is_told_in_the_order_of_lines(tmp_path):
    rows = figure_rows() + figure_rows(year="2023")
    rows[1]["value"] = rows[7]["value"] = "x"
    assert [text.partition(":")[0] for text in refusals(write(tmp_path / "file.csv", rows))] == ["2", "3", "7", "9"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "1: The head of the file lacks: geo, year,"),
        (b"geo;year\n", "1: The head of the file lacks: geo, year,"),
        (b"geo,year\nDE,2025\n", "1: The head of the file lacks: dii_version,"),
        (b"geo\n\xff\xfe\n", "2: The file is not written in UTF-8."),
        (b"\x00" * 10, "1: "),
        (b"x" * 5_000_001, "1: The file has more than 5000000 bytes."),
    ],
)
def test_what_is_no_file_of_figures_is_refused(tmp_path, content, told):
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    assert refusals(path)[0].startswith(told)


def test_file_without_lines_and_missing_file_are_refused(tmp_path):
    assert refusals(write(tmp_path / "empty.csv", [])) == ["1: There is no figure in this file."]
    assert refusals(tmp_path / "missing.csv") == ["1: No such file or directory"]
    assert refusals(tmp_path) == ["1: Is a directory"]


def test_line_with_too_many_or_too_few_cells_is_refused(tmp_path):
    path = write(tmp_path / "file.csv", figure_rows())
    text = path.read_text()
    for wrong in (text + "DE,Germany\n", text + text.splitlines()[1] + ",one more\n"):
        path.write_text(wrong)
        assert refusals(path) == ["7: The line has not 14 cells."]


def test_ai_use_is_what_eurostat_says_of_companies_from_ten_people():
    figures = ai_use()
    assert {geo: (figure.year, figure.value) for geo, figure in figures.items()} == {
        "DE": (2025, Decimal("25.97")),
        "EU27_2020": (2025, Decimal("19.95")),
    }
    assert figures["DE"].source.dataset == "isoc_eb_ai"
