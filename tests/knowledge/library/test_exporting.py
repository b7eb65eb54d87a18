"""Pages become files again: the very same ones, unless somebody edited the pages."""

from pathlib import Path

import pytest

from digitalradar.knowledge.content.library import LIBRARY, library_files
from digitalradar.knowledge.models import Fact, GlossaryTerm, GuidePage
from digitalradar.knowledge.services.library import differences, export_library, load_library
from tests.factories.knowledge import make_guide

from .conftest import change

pytestmark = pytest.mark.django_db


def contents(root: Path) -> dict[str, bytes]:
    return {str(file.relative_to(root)): file.read_bytes() for file in sorted(root.rglob("*.md"))}


@pytest.mark.slow
def test_whole_library_comes_back_byte_for_byte(shelves, tmp_path):
    for outcome in (load_library(LIBRARY), load_library(LIBRARY, examples=True)):
        assert (outcome.refused, outcome.kept) == ([], [])
    exported = export_library(tmp_path, facts_from=LIBRARY, examples=True)
    assert exported.refused == []
    wanted = {path: file.read_bytes() for path, file in library_files(LIBRARY)}
    wanted["facts.md"] = (LIBRARY / "facts.md").read_bytes()
    assert contents(tmp_path) == wanted
    assert GuidePage.objects.live().filter(locale__language_code="de").count() == 72
    assert not load_library(LIBRARY).has_news


def test_export_leaves_files_alone_that_are_the_same(loaded, root):
    before = contents(root)
    exported = export_library(root)
    assert (exported.written, exported.unchanged) == ([], 4)
    assert contents(root) == before


def test_edited_page_is_written_and_known_from_then_on(loaded, root):
    page = GuidePage.objects.get(identifier="dann")
    page.costs = '<p data-block-key="a1b2c">Aus der <strong>Redaktion</strong>.</p>'
    page.save_revision().publish()
    assert export_library(root).written == ["guides/de/dann.md"]
    assert (
        "\n## Kosten, Förderung und Alternativen\nAus der **Redaktion**.\n" in (root / "guides/de/dann.md").read_text()
    )
    assert not load_library(root).has_news
    change(root, "dann", "Aus der **Redaktion**.", "Wieder aus der Datei.")
    assert load_library(root).changed == ["guides/de/dann.md"]


def test_new_page_becomes_a_new_file_and_a_retired_one_is_not_written(loaded, root):
    make_guide("neu")
    GuidePage.objects.get(identifier="dann").unpublish()
    (root / "guides/de/dann.md").unlink()
    assert export_library(root).written == ["guides/de/neu.md"]
    assert not (root / "guides/de/dann.md").exists()


def test_terms_and_facts_edited_on_the_site_are_written(loaded, root):
    GlossaryTerm.objects.update(text="Neu erklärt.", term_en="Trial", text_en="An attempt.")
    Fact.objects.filter(pk="F-SEC-01").update(text="Neue Aussage.")
    assert export_library(root).written == ["glossary/de/probe.md", "glossary/en/probe.md", "facts.md"]
    assert (root / "glossary/en/probe.md").read_text() == "---\nterm: Trial\nforms: []\n---\n\nAn attempt.\n"
    assert "### F-SEC-01\n\nNeue Aussage.\n\n- Stand: 2026\n" in (root / "facts.md").read_text()


def test_page_that_no_file_can_hold_is_told_and_the_rest_is_written(loaded, root, tmp_path):
    page = GuidePage.objects.get(identifier="dann")
    page.law = '<p>Siehe <a href="/check/">Check</a>.</p>'
    page.save_revision().publish()
    exported = export_library(tmp_path / "out", facts_from=root)
    assert [str(refused) for refused in exported.refused] == [
        "guides/de/dann.md: Ein Link führt zu „/check/“; Dateien kennen nur Seiten der Bibliothek und Adressen mit https://."
    ]
    assert sorted(exported.written) == ["facts.md", "glossary/de/probe.md", "guides/de/erst.md"]


def test_difference_runs_from_the_file_to_the_site(loaded, root):
    assert list(differences(root)) == []
    page = GuidePage.objects.get(identifier="dann")
    page.promise = "Etwas anderes."
    page.save_revision().publish()
    ((path, text),) = differences(root)
    assert path == "guides/de/dann.md"
    assert text.splitlines()[:2] == ["--- Datei/guides/de/dann.md", "+++ Website/guides/de/dann.md"]
    assert "-promise: Sie lernen dann.\n+promise: Etwas anderes.\n" in text
    assert list(differences(root, ["erst"])) == []
