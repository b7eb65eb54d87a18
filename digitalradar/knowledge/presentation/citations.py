"""References to facts such as ``[F-SEC-06]``: small numbers in the text, sources at the end."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ..models import Fact

REFERENCE = re.compile(r"\s*\[(F-[A-Z]+-\d+)\]")


@dataclass(frozen=True)
class SourceLink:
    """One address under which a statement can be checked; ``label`` is the host or a title."""

    label: str
    url: str


@dataclass(frozen=True)
class Source:
    """One entry of the list of sources; ``fact`` is empty for sources beyond the fact base."""

    number: int
    fact: str
    links: tuple[SourceLink, ...]
    as_of: str
    is_certain: bool


class Citations:
    """Numbers facts in the order in which a reader meets them."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._facts = {fact.pk: fact for fact in facts}
        self._numbers: dict[str, int] = {}

    def mark(self, reference: str) -> SafeString:
        """Return the small link that stands in the text; nothing for a fact that is not in the fact base.

        A word joiner keeps it on the line of what it belongs to.
        """
        fact = self._facts.get(reference)
        if fact is None:
            return SafeString("")
        number = self._numbers.setdefault(reference, len(self._numbers) + 1)
        return format_html(
            '\u2060<sup class="cite"><a href="#quelle-{}"><span class="hidden-text">{} </span>[{}{}]</a></sup>',
            number,
            _("Quelle"),
            number,
            "" if fact.is_certain else f", {_('nicht gesichert')}",
        )

    def sources(self, further: Iterable[dict]) -> list[Source]:
        """Return the sources of all facts that were marked, then ``further`` ones (title, url, as_of)."""
        cited = [_of_fact(number, self._facts[reference]) for reference, number in self._numbers.items()]
        beyond = [
            Source(number, "", (SourceLink(value["title"], value["url"]),), value["as_of"] or "", True)
            for number, value in enumerate(further, len(cited) + 1)
        ]
        return cited + beyond


def _of_fact(number: int, fact: Fact) -> Source:
    links = tuple(SourceLink(host(url), url) for url in fact.sources if is_web_address(url))
    return Source(number, fact.pk, links, fact.as_of, fact.is_certain)


def host(url: str) -> str:
    """Return who answers at an address, as people say it: without ``www.``."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


def is_web_address(url: str) -> bool:
    """Whether an address may stand in a link: the web and nothing else."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
