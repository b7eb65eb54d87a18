"""Released comparison values: what was published and nothing else, neither live figures nor small groups."""

import json

import pytest
from django.utils.timezone import localdate

from digitalradar.assessments.models import Contribution
from digitalradar.assessments.services.releases import release
from tests.api.asking import assert_described, assert_problem, get
from tests.factories.assessments import shipped
from tests.factories.benchmark import contribute

pytestmark = pytest.mark.django_db

CRAFT = {"sector": "handwerk", "size": "10-49"}
FIELDS = {"visible", "level", "sector", "size", "region", "n", "released_on", "is_example", "dimensions"}


@pytest.fixture(autouse=True)
def main_check():
    shipped()


def ask(**query: str):
    return get("benchmarks/digital-check?" + "&".join(f"{name}={value}" for name, value in query.items()))


def test_group_has_number_quartiles_and_day():
    contribute(12, values={"overall": 40, "technik": 55}, **CRAFT)
    made = release()
    answer = ask(**CRAFT)
    assert_described(answer, "ReleasedGroup")
    told = answer.json()
    day = localdate(made.finished_at).isoformat()
    assert set(told) == FIELDS
    assert (told["level"], told["sector"], told["size"], told["region"], told["n"]) == (2, "handwerk", "10-49", "*", 12)
    assert (told["released_on"], told["is_example"]) == (day, False)
    quartiles = {"q1": "55.0", "median": "55.0", "q3": "55.0"}
    assert told["dimensions"]["technik"] == {"visible": True, "n": 12, **quartiles, "released_on": day}
    assert sorted(told["dimensions"]) == ["overall", "technik"]


def test_before_the_release_there_is_nothing():
    contribute(12, **CRAFT)
    assert ask(**CRAFT).json() == {"visible": False}


def test_small_group_is_hidden_without_a_word():
    contribute(9, **CRAFT)
    release()
    answer = ask(**CRAFT, fallback="false")
    assert answer.content == b'{"visible":false}\n'
    assert_described(answer, "HiddenGroup")
    assert ask().json() == {"visible": False}


def test_fallback_takes_the_closest_group_and_says_which():
    contribute(6, **CRAFT)
    contribute(6, sector="handel", size="10-49")
    release()
    closest = ask(**CRAFT).json()
    assert (closest["level"], closest["sector"], closest["size"], closest["n"]) == (4, "*", "10-49", 12)
    assert ask(**CRAFT, fallback="false").json() == {"visible": False}
    assert ask(size="10-49", fallback="false").json()["n"] == 12


def test_example_group_only_answers_when_asked_for():
    contribute(12, is_example=True, **CRAFT)
    release(is_example=True)
    assert ask(**CRAFT).json() == {"visible": False}
    told = ask(**CRAFT, example="true").json()
    assert (told["is_example"], told["n"]) == (True, 12)


def test_empty_values_ask_for_all():
    contribute(12, **CRAFT)
    release()
    assert ask(sector="", size="", region="").content == ask().content
    assert ask().json()["level"] == 6


def test_no_parameter_lets_an_own_value_probe_the_group():
    contribute(12, **CRAFT)
    release()
    for name in ("own", "value", "percentile", "histogram", "values"):
        assert ask(**CRAFT, **{name: "50"}).content == ask(**CRAFT).content
    assert not {"percentile", "shown", "counts", "histogram"} & set(json.dumps(ask(**CRAFT).json()).split('"'))


def test_contributions_after_the_release_change_nothing():
    contribute(12, **CRAFT)
    release()
    before = ask(**CRAFT)
    contribute(30, values={"overall": 100}, **CRAFT)
    Contribution.objects.filter(pk__lte=Contribution.objects.order_by("pk")[3].pk).delete()
    after = ask(**CRAFT)
    assert (after.content, after["ETag"]) == (before.content, before["ETag"])


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ({"size": "10 bis 49"}, "query.size"),
        ({"size": "*"}, "query.size"),
        ({"fallback": "maybe"}, "query.fallback"),
        ({"example": "1"}, "query.example"),
        ({"sector": "x" * 41}, "query.sector"),
        ({"region": "x" * 81}, "query.region"),
    ],
)
def test_impossible_values_are_told(query, place):
    assert assert_problem(ask(**query), 422, "invalid_parameter")["path"] == place


def test_unknown_catalogue_is_told():
    assert_problem(get("benchmarks/gibt-es-nicht"), 404, "unknown_catalogue")


def test_catalogue_without_contributions_has_no_group():
    shipped("kurz-check")
    contribute(12, **CRAFT)
    release()
    assert get("benchmarks/kurz-check").json() == {"visible": False}


@pytest.mark.parametrize("count", [12, 24])
def test_reading_a_group_needs_two_queries(django_assert_num_queries, count):
    contribute(count, **CRAFT)
    release()
    with django_assert_num_queries(2):
        ask(**CRAFT)
