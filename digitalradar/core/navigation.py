"""Menu, footer and language switch show only what exists: apps register their part, the region may switch it off."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

ACCESS = "access"
LEGAL = "legal"


@dataclass(frozen=True)
class Entry:
    """One entry: ``part`` is the switch in the region settings, ``order`` its place from the left.

    It leads to a view by its name, or to what ``address()`` returns: empty while there is nothing to lead to. That is
    asked on every page, so it has to be cheap.
    """

    part: str
    label: str
    url_name: str = ""
    order: int = 0
    address: Callable[[], str] | None = None

    @property
    def url(self) -> str:
        return self.address() if self.address else reverse(self.url_name)


@dataclass(frozen=True)
class FooterLink:
    """One link in the footer; ``group`` is ``access`` (column "Zugänglich") or ``legal`` (last line)."""

    group: str
    label: str
    url: str


_entries: dict[str, Entry] = {}
_hidden_parts: list[Callable[[], Collection[str]]] = []
_footer: list[Callable[[], Iterable[FooterLink]]] = []


def register(entry: Entry) -> None:
    """Add an entry; called once from an app's ``AppConfig.ready``."""
    _entries[entry.part] = entry


def entries() -> list[Entry]:
    """Return the registered entries from left to right, also those that are switched off."""
    return sorted(_entries.values(), key=lambda entry: entry.order)


def register_switch(hidden_parts: Callable[[], Collection[str]]) -> None:
    """Let ``hidden_parts()`` name the parts that are switched off; asked on every page, so it has to be cheap."""
    _hidden_parts.append(hidden_parts)


def visible_entries() -> list[Entry]:
    """Return the entries that lead somewhere and that nobody has switched off."""
    hidden = {part for switch in _hidden_parts for part in switch()}
    return [entry for entry in entries() if entry.part not in hidden and entry.url]


def register_footer(links: Callable[[], Iterable[FooterLink]]) -> None:
    """Let ``links()`` add to the footer; asked on every page, so it has to be cheap."""
    _footer.append(links)


def footer_links(group: str) -> list[FooterLink]:
    """Return the links of one group in the order in which the apps give them."""
    return [link for links in _footer for link in links() if link.group == group]


def set_translated_urls(request: HttpRequest, urls: dict[str, str]) -> None:
    """Say where the page of this request lies in each language, where the address alone does not tell.

    A language that is not named is not offered by the language switch.
    """
    request.translated_urls = urls
