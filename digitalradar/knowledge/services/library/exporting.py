"""Write the live pages back to files, byte for byte as they were loaded unless somebody edited them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ...content.documents import Term
from ...content.layouts import LANGUAGES
from ...content.library import FACTS
from ...content.places import Location
from ...content.reading import write
from ...content.rich_text import NotWritable
from ...facts.writing import with_facts
from ...models import Fact, GlossaryTerm, KnowledgePage
from .directory import PAGES, Directory
from .loading_facts import stored_facts
from .outcome import Kept
from .pages import location_of
from .state import page_text, term_of


@dataclass
class Exported:
    """Paths that were written, and pages that no file can hold, with the reason."""

    written: list[str] = field(default_factory=list)
    unchanged: int = 0
    refused: list[Kept] = field(default_factory=list)


def export_library(root: Path, *, facts_from: Path | None = None, examples: bool = False) -> Exported:
    """Write live pages, terms and facts below ``root``; files that are the same already are not touched.

    The fact base has words of its own around the facts; they come from the folder ``facts_from``.
    """
    exported = Exported()
    directory = Directory()
    for page in live_pages(examples=examples):
        path = location_of(page).path
        try:
            _write(root, path, page_text(page, directory), exported)
        except NotWritable as reason:
            exported.refused.append(Kept(path, str(reason)))
    for path, text in term_files():
        _write(root, path, text, exported)
    base = (facts_from or root) / FACTS
    if base.exists():
        text = with_facts(base.read_text(encoding="utf-8"), list(stored_facts(Fact.objects.all()).values()))
        _write(root, FACTS, text, exported)
    return exported


def live_pages(*, examples: bool = False) -> Iterator[KnowledgePage]:
    """Yield the public pages of the library in the order of their files."""
    for model in PAGES.values():
        pages = model.objects.live().select_related("locale").order_by("locale__language_code", "identifier")
        yield from pages if examples else pages.filter(is_example=False)


def term_files() -> Iterator[tuple[str, str]]:
    """Yield path and text of each term in each language in which it has words."""
    for stored in GlossaryTerm.objects.order_by("pk"):
        for language in LANGUAGES:
            term = term_of(stored, language)
            if isinstance(term, Term) and term.term:
                yield Location("term", stored.pk, language).path, write(term)


def _write(root: Path, path: str, text: str, exported: Exported) -> None:
    file = root / path
    if file.exists() and file.read_bytes() == text.encode():
        exported.unchanged += 1
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    exported.written.append(path)
