"""Geometry of the radar: what is drawn, what is left out, and that nothing leaves the drawing."""

import re

import pytest

from digitalradar.assessments.presentation.radar import NARROWEST, WIDEST, WIDTH, Spoke, label_width, radar

NAMES = ["Strategie", "Abläufe", "Produktion", "Daten & KI", "Sicherheit", "Kunden", "Menschen", "Technik", "Klima"]


def spokes(*levels: float | None, target: int | None = 3, names: list[str] = NAMES) -> list[Spoke]:
    return [
        Spoke(name, level, "" if level is None else str(level), target)
        for name, level in zip(names, levels, strict=False)
    ]


def test_first_axis_points_up_and_level_five_ends_on_the_outer_ring():
    chart = radar(spokes(*[5.0] * 9))
    first = chart["dots"][0]
    outer = chart["rings"][0]["points"].split()
    assert first["x"] == "350"
    assert outer[0] == f"{first['x']},{first['y']}"
    assert chart["area"] == chart["rings"][0]["points"]


def test_missing_score_breaks_the_line_and_leaves_no_area():
    chart = radar(spokes(2.0, 2.0, None, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0))
    assert chart["area"] == ""
    assert len(chart["dots"]) == 8
    assert chart["line"].count("M") == 7


def test_single_score_has_a_dot_and_no_line():
    chart = radar(spokes(2.0, None, None, None, None, None))
    assert len(chart["dots"]) == 1
    assert chart["line"] == ""


def test_ticks_stand_at_each_half_stage_within_the_outer_ring():
    chart = radar(spokes(*[3.0] * 9))
    assert chart["ticks"].count("M") == 9
    assert len(chart["turns"]) == 9
    assert [mark["level"] for mark in chart["scale"]] == [1, 2, 3, 4]


@pytest.mark.parametrize("count", [3, 5, 6, 9, 12])
def test_usual_labels_stay_inside_the_drawing(count):
    chart = radar(spokes(*[3.0] * count, names=[*NAMES, "Einkauf", "Logistik", "Energie"]))
    for label in chart["labels"]:
        wide = label_width(label["text"])
        left = float(label["x"]) - {"start": 0, "middle": wide / 2, "end": wide}[label["anchor"]]
        assert left >= 0
        assert left + wide <= WIDTH
        assert 0 < float(label["y"]) < float(chart["height"])


def test_longer_labels_make_the_net_smaller_but_never_tiny():
    def radius(*names):
        return float(re.search(r"-([\d.]+)$", radar(spokes(*[3.0] * len(names), names=list(names)))["axis"])[1])

    assert radius("A", "B", "C", "D") == WIDEST
    assert NARROWEST < radius("A", "Nachhaltigkeit", "C", "Menschen") < WIDEST
    assert radius("A", "Donaudampfschifffahrtsgesellschaft", "C", "D") == NARROWEST


def test_yellow_box_lies_behind_the_label_in_focus():
    marked = [*spokes(3.0, 3.0), Spoke("Sicherheit", 2.0, "2,0", 3, is_focus=True), *spokes(3.0, 3.0)]
    label = next(label for label in radar(marked)["labels"] if label["is_focus"])
    left, width = float(label["box"]["x"]), float(label["box"]["width"])
    assert label["anchor"] == "start"
    assert left < float(label["x"])
    assert left + width > float(label["x"]) + label_width("Sicherheit")
