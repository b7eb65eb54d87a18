"""``digitalradar benchmark``: what it prints, and its exit codes."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.utils.timezone import now

from digitalradar.assessments.models import BenchmarkCell, BenchmarkRelease, Contribution
from tests.factories.benchmark import contribute

pytestmark = pytest.mark.django_db


def benchmark(*arguments: str) -> list[str]:
    """Run the command and return the lines it printed."""
    out = io.StringIO()
    call_command("benchmark", *arguments, stdout=out)
    return out.getvalue().splitlines()


def test_preview_release_and_recount_agree():
    contribute(12, size="10-49")
    assert benchmark("preview") == [
        "publish\tmain\toverall\t* / * / *\t12\tnew",
        "publish\tmain\toverall\t* / 10-49 / *\t12\tnew",
        "2 groups would be published, 0 groups would be kept, 0 groups would be hidden",
    ]
    assert benchmark("release") == ["Release 1", "main: 2 groups published, 0 groups kept, 0 groups hidden"]
    assert benchmark("recount") == ["2 groups equal their contributions exactly, 0 as far as these still exist"]


def test_preview_names_no_number_below_ten():
    contribute(12)
    benchmark("release")
    Contribution.objects.filter(pk__in=Contribution.objects.values("pk")[:4]).delete()
    assert benchmark("preview", "--family", "main")[0] == "hide\tmain\toverall\t* / * / *\tfewer than 10\ttoo_small"


def test_recount_ends_with_an_error_where_something_differs():
    contribute(12)
    benchmark("release")
    BenchmarkCell.objects.update(counts=[12] + [0] * 100)
    with pytest.raises(CommandError, match="differ: 1"):
        benchmark("recount")


def test_example_companies_are_released_apart():
    contribute(12, is_example=True)
    assert benchmark("release", "--example")[1] == "main: 1 groups published, 0 groups kept, 0 groups hidden"
    assert benchmark("recount") == ["0 groups equal their contributions exactly, 0 as far as these still exist"]


def test_a_running_release_is_not_disturbed():
    BenchmarkRelease.objects.create(number=1, started_at=now())
    with pytest.raises(CommandError, match="Another release is running"):
        benchmark("release")
