"""The history of a page for its readers: which versions there were, and how two of them differ."""

from dataclasses import dataclass
from html.parser import HTMLParser

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from ..models import KnowledgePage
from ..queries.versions import Version
from .article import section_html, written_sections
from .citations import Citations
from .dates import day
from .difference import Line, changed_lines
from .explained import ExplainedTerms
from .strip import strip
from .writer import Writer

BLOCKS = {"p", "li", "h3", "h4", "dt", "dd", "td", "th", "tr", "div", "br", "label", "time"}


@dataclass(frozen=True)
class VersionRow:
    """One version in the list; ``words`` name it in a choice."""

    key: str
    words: str
    note: str


@dataclass(frozen=True)
class ChangedSection:
    """A section with the paragraphs that differ."""

    title: str
    lines: list[Line]


def version_rows(versions: list[Version]) -> list[VersionRow]:
    """Return the versions in words, in their order."""
    return [VersionRow(str(version.pk), _words(version), version.note) for version in versions]


def differences(older: Version, newer: Version) -> list[ChangedSection]:
    """Return what changed between two versions, section by section; sections without a change are left out."""
    before, after = _wording(older), _wording(newer)
    titles = list(dict.fromkeys([*after, *before]))
    changed = (ChangedSection(title, changed_lines(before.get(title, []), after.get(title, []))) for title in titles)
    return [section for section in changed if section.lines]


def _words(version: Version) -> str:
    values = {"number": version.number, "day": day(localdate(version.published_at))}
    return _("Fassung %(number)s vom %(day)s") % values if version.number else _("Fassung vom %(day)s") % values


def _wording(version: Version) -> dict[str, list[str]]:
    """Return the paragraphs of each section, without links, numbers of sources and explained words."""
    page: KnowledgePage = version.revision.as_object()
    plain = Writer({}, Citations(()), ExplainedTerms(()))
    facts = [f"{fact.term}: {fact.text}" for fact in strip(page)]
    sections = {_("Titel und Einordnung"): [page.title, page.promise, *facts]}
    return sections | {section.title: paragraphs(section_html(section)) for section in written_sections(page, plain)}


def paragraphs(html: str) -> list[str]:
    """Return the text of a section without its heading, one entry per paragraph, point or cell."""
    reader = _Paragraphs()
    reader.feed(html)
    reader.close()
    return [text for part in reader.parts if (text := " ".join(part.split()))]


class _Paragraphs(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts = [""]
        self._in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_heading = self._in_heading or tag == "h2"
        if tag in BLOCKS:
            self.parts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in_heading = self._in_heading and tag != "h2"
        if tag in BLOCKS:
            self.parts.append("")

    def handle_data(self, data: str) -> None:
        if not self._in_heading:
            self.parts[-1] += data
