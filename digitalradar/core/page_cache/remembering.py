"""What many pages show, read once per process: see :func:`page_cache.remember`."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any

LIMIT = 1024  # results that one function keeps at most
Tags = Callable[..., Iterable[str]]

_all: list["Memory"] = []


class Memory:
    """A function with a memory. What it returned counts until one of ``tags(*arguments)`` is forgotten."""

    def __init__(self, function: Callable[..., Any], tags: Tags) -> None:
        self.function = function
        self.tags = tags
        self._results: dict[Hashable, tuple[Any, frozenset[str], Any]] = {}
        _all.append(self)

    def __call__(self, *args: Hashable) -> Any:
        from .forgetting import uncommitted  # models are not loaded yet when apps import this module
        from .versions import known

        tags = frozenset(self.tags(*args))
        if change := uncommitted(tags):  # what is not committed is for this transaction alone
            key = (self, args)
            if key not in change.memory:
                change.memory[key] = self.function(*args)
            return change.memory[key]
        found = self._results.get(args)
        if found and known.is_current(tags, found[0]):
            return found[2]
        since = known.now()  # before reading: see Versions.now
        return self._kept(args, since, tags, self.function(*args))

    def clear(self) -> None:
        """Forget everything in this process."""
        self._results.clear()

    def _kept(self, args: Hashable, since: Any, tags: frozenset[str], result: Any) -> Any:
        if len(self._results) >= LIMIT:
            self._results.clear()
        self._results[args] = (since, tags, result)
        return result


class FindingMemory(Memory):
    """The same for a function that finds something: ``tags`` are those of what was found; nothing is not kept."""

    def __call__(self, *args: Hashable) -> Any:
        from .forgetting import uncommitted
        from .versions import known

        found = self._results.get(args)
        if found and known.is_current(found[1], found[0]):
            return found[2]
        since = known.now()
        if (result := self.function(*args)) is None:
            return None
        tags = frozenset(self.tags(result))
        return result if uncommitted(tags) else self._kept(args, since, tags, result)


def clear_all() -> None:
    """Forget everything that this process remembers."""
    for memory in _all:
        memory.clear()
