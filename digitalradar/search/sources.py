"""Where entries come from: apps register what they have, the index is built of it."""

from collections.abc import Callable, Iterable

from .entry import Entry

Fetch = Callable[[], Iterable[Entry]]
_sources: dict[str, Fetch] = {}


def register(kind: str, fetch: Fetch) -> None:
    """Add a source, once, from an app's ``AppConfig.ready``; ``fetch`` yields all public pages of the kind."""
    _sources[kind] = fetch


def kinds() -> list[str]:
    """Return the kinds that are registered, by name."""
    return sorted(_sources)


def entries() -> Iterable[Entry]:
    """Yield the entries of every source, kind by kind."""
    for kind in kinds():
        yield from _sources[kind]()
