"""Several machines that start at once load the library once."""

import pytest
from wagtail.models import Revision

from digitalradar.knowledge.models import ContentFile, Fact, GuidePage
from digitalradar.knowledge.services.library import load_library
from tests.assessments.together import together
from tests.knowledge.content.files import guide_text, make_library

from .conftest import TWO, change

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True)]


def test_loads_at_the_same_moment_make_each_page_once(emptied_shelves, tmp_path):
    root = make_library(tmp_path, {**TWO, **{name: guide_text(name) for name in "abcd"}})
    (root / "glossary/de").mkdir(parents=True)
    (root / "glossary/de/probe.md").write_text("---\nterm: Probe\nforms: []\n---\n\nEin Versuch.\n")
    outcomes = together(*[lambda: load_library(root)] * 3)
    assert sorted(path for outcome in outcomes for path in outcome.new) == sorted(
        [*(f"guides/de/{name}.md" for name in (*TWO, *"abcd")), "glossary/de/probe.md"]
        + [f"facts.md#{fact}" for fact in ("F-SEC-01", "F-SEC-02")]
    )
    assert [outcome.refused for outcome in outcomes] == [[], [], []]
    assert (GuidePage.objects.live().count(), Revision.objects.count(), Fact.objects.count()) == (6, 6, 2)
    assert not ContentFile.objects.filter(path__endswith=".md", digest="").exists()
    assert not load_library(root).has_news


def test_changed_file_is_published_once(emptied_shelves, tmp_path):
    root = make_library(tmp_path, {"erst": TWO["erst"]})
    load_library(root)
    change(root, "erst", "Text zu costs von erst.", "Neu.")
    outcomes = together(*[lambda: load_library(root)] * 3)
    assert [path for outcome in outcomes for path in outcome.changed] == ["guides/de/erst.md"]
    assert Revision.objects.count() == 2
