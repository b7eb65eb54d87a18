from pathlib import Path

import pytest

from digitalradar.knowledge.services.library import Outcome, load_library
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
def loaded(shelves, root) -> Outcome:
    """The two guides on the site."""
    return load_library(root)


def change(root: Path, identifier: str, old: str, new: str) -> None:
    """Change a German guide of the library."""
    file = root / f"guides/de/{identifier}.md"
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))
