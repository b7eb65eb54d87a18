"""The two made-up practice reports of the package: one that worked, one that failed, both marked wherever they show."""

import pytest

from digitalradar.demo.services import add_example_data, remove_example_data
from digitalradar.knowledge.models import PracticeReportPage
from tests.assessments.views.page import Page
from tests.factories.shelves import add_shelves


@pytest.fixture
def reports(db) -> dict[str, PracticeReportPage]:
    """The reports of the example region, by how they ended."""
    add_shelves()
    add_example_data()
    return {page.ending: page for page in PracticeReportPage.objects.live()}


def test_success_and_failure_are_told_alike(reports):
    assert sorted(reports) == ["gelungen", "gescheitert"]
    for page in reports.values():
        assert all(
            len(getattr(page, name)) > 100 for name in ("situation", "approach", "result", "failures", "lessons")
        )


@pytest.mark.parametrize("ending", ["gelungen", "gescheitert"])
def test_reports_say_that_they_are_made_up(client, reports, ending):
    page = reports[ending]
    assert page.is_example
    assert "Dieser Betrieb ist ausgedacht" in page.situation
    text = Page(client.get(page.get_url())).text
    shown = text.replace("Beispieldaten: Region, Personen und Betriebe", "").replace("Mit Beispieldaten", "")
    assert "Beispieldaten" in shown


def test_reports_are_marked_in_lists(client, reports):
    text = Page(client.get("/praxis/")).text
    assert [text.count(page.title) for page in reports.values()] == [1, 1]
    assert all(page.title.startswith("Beispiel: ") for page in reports.values())
    assert text.replace("Beispieldaten: Region", "").replace("Mit Beispieldaten", "").count("Beispieldaten") == 2


def test_reports_go_with_the_example_region(reports):
    remove_example_data()
    assert not PracticeReportPage.objects.exists()
    add_example_data()
    assert PracticeReportPage.objects.live().count() == 2
