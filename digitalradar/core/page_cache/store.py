"""The pages that are kept: the least recently used ones go first when there is no room."""

import threading
from collections import OrderedDict
from typing import NamedTuple

from .answers import Kept


class Key(NamedTuple):
    """What tells kept pages apart; compression is chosen later."""

    scheme: str
    host: str
    path: str
    variant: str


class Store:
    """Kept pages by key, up to a number of bytes."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._pages: OrderedDict[Key, Kept] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def get(self, key: Key) -> Kept | None:
        """Return a page and remember that it was asked for."""
        with self._lock:
            if page := self._pages.get(key):
                self._pages.move_to_end(key)
            return page

    def put(self, key: Key, page: Kept) -> None:
        """Keep a page unless it alone would take an eighth of the room."""
        with self._lock:
            self._drop(key)
            if page.size > self.limit // 8:
                return
            self._pages[key] = page
            self._size += page.size
            while self._size > self.limit:
                self._drop(next(iter(self._pages)))

    def drop(self, key: Key) -> None:
        """Keep a page no longer."""
        with self._lock:
            self._drop(key)

    def __len__(self) -> int:
        return len(self._pages)

    def _drop(self, key: Key) -> None:
        if page := self._pages.pop(key, None):
            self._size -= page.size
