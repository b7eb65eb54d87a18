"""The main menu shows only what exists: apps register their entry, the region may switch it off."""

from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class Entry:
    """One entry: ``part`` is the switch in the region settings, ``order`` its place from the left."""

    part: str
    label: str
    url_name: str
    order: int

    @property
    def url(self) -> str:
        return reverse(self.url_name)


_entries: dict[str, Entry] = {}


def register(entry: Entry) -> None:
    """Add an entry; called once from an app's ``AppConfig.ready``."""
    _entries[entry.part] = entry


def entries() -> list[Entry]:
    """Return the registered entries from left to right."""
    return sorted(_entries.values(), key=lambda entry: entry.order)
