"""Technology profiles and practice reports are loaded and written back like guides; examples come with the example."""

import pytest

from digitalradar.demo.example_region import add_example_region, remove_example_region
from digitalradar.knowledge.models import ContentFile, PracticeReportPage, TechnologyPage
from digitalradar.knowledge.services.library import LibraryRefused, export_library, load_examples, load_library
from tests.knowledge.content.files import make_library

from .kinds import REPORT, TECHNOLOGY

pytestmark = pytest.mark.django_db


@pytest.fixture
def kinds(loaded, root, settings):
    """The library with a technology profile, a report and an example."""
    settings.CONTENT_DIR = root
    make_library(root, technologies__de__sensoren=TECHNOLOGY, reports__de__kamera=REPORT)
    return make_library(root, example__reports__de__beispiel=REPORT)


def test_profile_and_report_are_loaded_and_come_back(kinds, tmp_path):
    assert sorted(load_library(kinds).new) == ["reports/de/kamera.md", "technologies/de/sensoren.md"]
    profile, report = TechnologyPage.objects.get(), PracticeReportPage.objects.get()
    assert (profile.url, report.url) == ("/technologien/sensoren/", "/praxis/kamera/")
    assert (profile.ripeness, profile.hours_max, profile.weeks_max) == ("bewaehrt", 12, None)
    assert [link.target.identifier for link in profile.related.all()] == ["erst"]
    assert (report.ending, report.consent, report.is_example) == ("gescheitert", "", False)
    assert f'<a linktype="page" id="{profile.pk}">Sensoren</a>' in report.result
    export_library(tmp_path / "out", facts_from=kinds)
    assert (tmp_path / "out/technologies/de/sensoren.md").read_text() == TECHNOLOGY
    assert (tmp_path / "out/reports/de/kamera.md").read_text() == REPORT
    assert not load_library(kinds).has_news


def test_example_reports_come_and_go_with_the_example_region(kinds, tmp_path):
    load_library(kinds)
    add_example_region()
    example = PracticeReportPage.objects.get(is_example=True)
    assert (example.live, example.identifier) == (True, "beispiel")
    assert load_examples() == 0
    assert not load_library(kinds).has_news
    assert export_library(kinds).written == []
    export_library(tmp_path / "out", facts_from=kinds, examples=True)
    assert (tmp_path / "out/example/reports/de/beispiel.md").exists()
    remove_example_region()
    assert list(PracticeReportPage.objects.values_list("identifier", flat=True)) == ["kamera"]
    assert not ContentFile.objects.filter(path__startswith="example/").exists()
    assert load_examples() == 1


def test_region_of_ones_own_gets_no_example_reports(kinds):
    from tests.factories.region import RegionFactory

    RegionFactory()
    add_example_region()
    assert not PracticeReportPage.objects.exists()


def test_broken_example_is_refused(kinds):
    file = kinds / "example/reports/de/beispiel.md"
    file.write_text(REPORT.replace("gescheitert\n", "vielleicht\n"))
    with pytest.raises(LibraryRefused, match=r"example/reports/de/beispiel\.md:10: „vielleicht“"):
        load_examples()
