"""The made-up companies of the example region: enough to show a comparison, marked, and gone with the region."""

import pytest

from digitalradar.assessments.models import BenchmarkCell, BenchmarkRelease, Contribution
from digitalradar.assessments.services.contributions import OVERALL
from digitalradar.assessments.services.recounts import recount
from digitalradar.demo.companies import COMPANIES, add_example_companies
from digitalradar.demo.example_region import add_example_region, remove_example_region
from digitalradar.topics.vocabulary import load_vocabulary
from tests.factories.assessments import all_shipped
from tests.factories.benchmark import contribute

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _example(db):
    load_vocabulary()
    all_shipped()
    add_example_region()


def companies() -> list[tuple]:
    return list(Contribution.objects.order_by("pk").values_list("family", "sector", "size", "region", "values"))


def test_companies_are_marked_and_released():
    assert Contribution.objects.filter(is_example=True).count() == sum(COMPANIES.values())
    assert not Contribution.objects.filter(is_example=False).exists()
    shown = BenchmarkCell.objects.filter(n__isnull=False, dimension=OVERALL)
    assert {"main", "short", "ai"} == set(shown.values_list("family", flat=True))
    assert shown.filter(family="main", size="10-49", sector="*", region="*").exists()
    assert not BenchmarkCell.objects.filter(is_example=False).exists()
    assert recount(is_example=True).differences == []


def test_companies_come_once_and_are_the_same_everywhere():
    first = companies()
    assert add_example_companies() == 0
    remove_example_region()
    add_example_region()
    assert companies() == first


def test_an_older_example_region_gets_its_companies():
    Contribution.objects.all().delete()
    BenchmarkCell.objects.all().delete()
    assert add_example_region()
    assert Contribution.objects.filter(is_example=True).exists()


def test_they_go_with_the_region_and_leave_real_ones():
    contribute(2)
    remove_example_region()
    assert Contribution.objects.count() == 2
    assert not BenchmarkCell.objects.exists()
    assert not BenchmarkRelease.objects.exists()
