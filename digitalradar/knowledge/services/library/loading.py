"""Bring the files of the library into the portal; may run any number of times and at the same time."""

import gc
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from wagtail.signal_handlers import disable_reference_index_auto_update

from ...content.checking import errors
from ...content.inline import FACT
from ...content.library import FACTS, Library, library_files, read_library
from ...content.places import is_example, is_meant
from ...models import ContentFile, Fact
from .directory import Directory
from .loading_facts import load_facts, stored_facts
from .loading_pages import PageLoader
from .loading_terms import load_terms
from .outcome import Outcome
from .state import digest


def load_library(root: Path, *, take_over: Collection[str] = (), examples: bool = False) -> Outcome:
    """Load what has changed below ``root``; return what came of it.

    A file that is as it was loaded last costs nothing. What was edited, unpublished or deleted on the site is left as
    it is and reported, unless ``take_over`` names it (identifier, path, folder or id of a fact). Broken files are
    refused and the rest is loaded. A deleted file leaves its page. ``examples`` loads the example files instead of the
    library; they may point into it.
    """
    files = {path: file for path, file in _files(root) if is_example(path) == examples}
    digests = {path: digest(file.read_bytes()) for path, file in files.items()}
    rows = dict(ContentFile.objects.values_list("path", "digest"))
    outcome = Outcome(
        gone=[path for path in sorted(rows) if path.endswith(".md") and _is_missing(root, path, examples)]
    )
    waiting = {path for path, current in digests.items() if rows.get(path) != current or is_meant(path, take_over)}
    if any(FACT.fullmatch(f"[{name}]") for name in take_over):
        waiting.add(FACTS)
    outcome.unchanged = len(files) - len(waiting)
    if not waiting:
        return outcome
    with _less_bookkeeping():
        _load(_library(root), waiting, digests, take_over, outcome)
    return outcome


@contextmanager
def _less_bookkeeping() -> Iterator[None]:
    """Note references between pages once at the end of each, not at each save, and do not search for garbage."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        if was_on:
            gc.enable()


def _load(
    library: Library, waiting: set[str], digests: dict[str, str], take_over: Collection[str], outcome: Outcome
) -> None:
    outcome.refused += [problem for problem in errors(library) if problem.file in waiting]
    refused = {problem.file for problem in outcome.refused}
    if FACTS in waiting and FACTS not in refused:
        load_facts(library.facts.values(), digests[FACTS], take_over, outcome)
    sound = [
        source for source in library.sources if source.location.path in waiting and source.location.path not in refused
    ]
    load_terms(sound, digests, take_over, outcome)
    PageLoader(sound, digests, take_over, outcome).load()


def _files(root: Path) -> list[tuple[str, Path]]:
    facts = root / FACTS
    return [*([(FACTS, facts)] if facts.exists() else []), *library_files(root)]


def _library(root: Path) -> Library:
    """Read the files; what only the site has may be pointed to, and its facts count where the file is broken."""
    library = read_library(root)
    facts = library.facts or stored_facts(Fact.objects.all())
    return replace(library, facts=facts, known=Directory().identifiers())


def _is_missing(root: Path, path: str, examples: bool) -> bool:
    return is_example(path) == examples and not (root / path).exists()
