"""The staff view and agreement inside: worked example 15, second half."""

import pytest

from digitalradar.assessments.scoring import parse_catalogue, rwg, staff_view

from .builders import answers, catalogue, dimension, question

DOCUMENT = catalogue(
    dimension("klima", *(question(f"k{n}", kind="agree") for n in range(1, 4))),
    dimension("werkzeug", question("w1", kind="agree")),
)


def _view(people, leaders=None):
    return staff_view(parse_catalogue(DOCUMENT), None, people, leaders)["dimensions"]


def _person(*values, group=None, **more):
    return {"group": group, "answers": answers(**{f"k{n}": v for n, v in enumerate(values, start=1)}, **more)}


def test_staff_beside_management():
    people = [_person(3, 3, 2) for _ in range(4)] + [_person(2, 2, 2)]
    result = _view(people, [{"answers": answers(k1=4, k2=4, k3=4)}])
    assert result == {
        "klima": {
            "visible": True,
            "n": 5,
            "score": "38.3333",
            "shown": 38,
            "level_shown": "2.5",
            "management_n": 1,
            "management_shown": 75,
            "management_level_shown": "4.0",
            "gap_points": 37,
            "gap_levels": "1.5",
            "groups": {},
        },
        "werkzeug": {"visible": False},
    }


@pytest.mark.parametrize(
    ("lead", "people", "points", "levels"),
    [
        # 33.33 and 20.83: shown as 33 and 21, so 12 and not 12.5 rounded up
        ((2, 2, 3), (2, 2, 2, 2, 2, 1), (33, 21, 12), ("2.3", "1.8", "0.5")),
        # levels 1.33 and 1.17: shown as 1.3 and 1.2, so 0.1 and not 0.17 rounded up
        ((2, 1, 1), (2, 1, 1, 1, 1, 1), (8, 4, 4), ("1.3", "1.2", "0.1")),
    ],
)
def test_gap_is_the_difference_of_the_two_shown_numbers(lead, people, points, levels):
    result = _view([_person(w1=value) for value in people], [{"answers": answers(w1=value)} for value in lead])
    found = result["werkzeug"]
    assert (found["management_shown"], found["shown"], found["gap_points"]) == points
    assert (found["management_level_shown"], found["level_shown"], found["gap_levels"]) == levels


def test_without_management_there_is_no_gap():
    result = _view([_person(5, 5) for _ in range(5)])["klima"]
    fields = ("management_n", "management_shown", "management_level_shown", "gap_points", "gap_levels")
    assert [result[name] for name in fields] == [0, None, None, None, None]


def test_below_five_people_not_even_the_number_is_sent():
    people = [_person(5, 5) for _ in range(4)] + [_person(5)]  # the fifth has one answer of three
    assert _view(people, [{"answers": answers(k1=5, k2=5)}])["klima"] == {"visible": False}


def test_groups_follow_the_hiding_rule():
    people = [
        *(_person(5, 5, group="werkstatt") for _ in range(6)),
        *(_person(1, 1, group="buero") for _ in range(5)),
        *(_person(3, 3) for _ in range(2)),
    ]
    assert _view(people)["klima"]["groups"] == {
        "werkstatt": {"n": 6, "score": "100.0000", "shown": 100, "level_shown": "5.0"}
    }
    assert list(_view(people[:11])["klima"]["groups"]) == ["buero", "werkstatt"]


def test_not_stated_is_never_shown_however_many_they_are():
    people = [_person(5, 5, group="buero") for _ in range(5)] + [_person(1, 1) for _ in range(9)]
    assert list(_view(people)["klima"]["groups"]) == ["buero"]
    named = [person | {"group": person["group"] or "Ohne Angabe"} for person in people]
    assert _view(named) == _view(people)


def test_relevance_plays_no_part():
    plain = [_person(5, 1) for _ in range(5)]
    weighted = [_person((5, 3), (1, 0)) for _ in range(5)]
    assert _view(plain) == _view(weighted)


@pytest.mark.parametrize(
    ("given", "value", "label"),
    [
        ([4, 4, 5, 4, 3, 4], "0.8000", "agree"),
        ([3, 3, 3, 3, 3], "1.0000", "agree"),
        ([1, 5, 1, 5, 3, 3], None, "none"),
        ([3, 3, 3, 5, 5], "0.4000", "mixed"),
        ([1, 2, 3, 4, 3], "0.3500", "mixed"),
        ([1, 2, 4, 4, 3], "0.1500", "split"),
        ([1, 3, 3, 5, 3], "0.0000", "split"),
    ],
)
def test_example_15_agreement(given, value, label):
    assert rwg(given) == {"visible": True, "n": len(given), "rwg": value, "label": label}


def test_agreement_below_five_answers_says_nothing():
    assert rwg([4, 4, 4, 4]) == {"visible": False}
