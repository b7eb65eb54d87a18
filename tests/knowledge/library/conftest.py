from pathlib import Path

import pytest
from wagtail.models import Locale, Page

from digitalradar.knowledge.services.library import Outcome, load_library
from tests.factories.shelves import add_shelves
from tests.knowledge.content.files import guide_text, make_library, term_text

TWO = {
    "erst": guide_text("erst"),
    "dann": guide_text(
        "dann",
        head={
            "prerequisites": "\n  - guide: erst\n    reason: Das kommt vorher.",
            "related": "[erst]",
            "terms": "[probe]",
            "deadlines": "\n  - date: '2026-12-31'\n    text: Ende der Frist.\n    fact: F-SEC-01",
            "sources": "\n  - title: Amt\n    url: https://example.org/amt\n    as_of: Mai 2026",
        },
        law="Melden Sie das, siehe [Erst](leitfaden:erst). [F-SEC-01]\n\n- **Schnell**\n- sicher\n\n1. eins",
    ),
}


@pytest.fixture
def root(tmp_path) -> Path:
    """A library of two guides, one of which leans on the other, a term and two facts."""
    return make_library(tmp_path / "content", TWO, glossary__de__probe=term_text())


@pytest.fixture
def emptied_shelves(transactional_db) -> None:
    """Shelves for tests after which the database is emptied: what migrations put there may be gone."""
    for language in ("de", "en"):
        Locale.objects.get_or_create(language_code=language)
    if not Page.objects.exists():
        Page.add_root(title="Root", slug="root", locale=Locale.objects.get(language_code="de"))
    add_shelves()


@pytest.fixture
def loaded(shelves, root) -> Outcome:
    """The two guides on the site."""
    return load_library(root)


def change(root: Path, identifier: str, old: str, new: str) -> None:
    """Change a German guide of the library."""
    file = root / f"guides/de/{identifier}.md"
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))
