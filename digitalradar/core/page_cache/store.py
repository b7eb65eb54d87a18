"""The pages that are kept: the least recently used ones go first when there is no room."""

import threading
from collections import OrderedDict
from dataclasses import dataclass

Key = tuple[str, str, bool]


@dataclass(frozen=True)
class Kept:
    """One answer, ready to be sent. ``version`` is what was known when rendering began, ``expires`` a Unix time."""

    body: bytes
    headers: tuple[tuple[str, str], ...]
    etag: str
    tags: frozenset[str]
    version: int
    expires: float
    visit: str

    @property
    def size(self) -> int:
        """Bytes of memory, roughly: headers and administration take about one kilobyte."""
        return len(self.body) + 1024


class Store:
    """Answers by host, path and whether they are compressed, up to a number of bytes."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._pages: OrderedDict[Key, Kept] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def get(self, key: Key) -> Kept | None:
        with self._lock:
            if page := self._pages.get(key):
                self._pages.move_to_end(key)
            return page

    def put(self, key: Key, page: Kept) -> None:
        if page.size > self.limit // 8:
            return
        with self._lock:
            self._drop(key)
            self._pages[key] = page
            self._size += page.size
            while self._size > self.limit:
                self._drop(next(iter(self._pages)))

    def drop(self, key: Key) -> None:
        with self._lock:
            self._drop(key)

    def __len__(self) -> int:
        return len(self._pages)

    def _drop(self, key: Key) -> None:
        if page := self._pages.pop(key, None):
            self._size -= page.size
