"""What differs between the files and the site."""

from collections.abc import Collection, Iterator
from difflib import unified_diff
from pathlib import Path

from ...content.library import library_files
from ...content.places import is_meant
from ...content.rich_text import NotWritable
from .directory import Directory
from .exporting import live_pages, term_files
from .pages import location_of
from .state import page_text


def differences(root: Path, chosen: Collection[str] = (), *, examples: bool = False) -> Iterator[tuple[str, str]]:
    """Yield path and unified difference, from the file to the site, of everything that is not the same."""
    files = {path: file for path, file in library_files(root) if examples or not path.startswith("example/")}
    site = dict(_site(examples))
    for path in sorted(files.keys() | site.keys()):
        if chosen and not is_meant(path, chosen):
            continue
        before = files[path].read_text(encoding="utf-8", errors="replace") if path in files else ""
        after = site.get(path, "")
        if before != after:
            yield path, _difference(path, before, after)


def _site(examples: bool) -> Iterator[tuple[str, str]]:
    directory = Directory()
    for page in live_pages(examples=examples):
        try:
            text = page_text(page, directory)
        except NotWritable as reason:
            text = f"{reason}\n"
        yield location_of(page).path, text
    yield from term_files()


def _difference(path: str, before: str, after: str) -> str:
    lines = unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"Datei/{path}", f"Website/{path}", n=1
    )
    return "".join(lines)
