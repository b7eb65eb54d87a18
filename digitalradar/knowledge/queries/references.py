"""Guides as other parts point to them: where a guide lies, and why one comes before another."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..models import GuidePage, Prerequisite

FALLBACK = "de"  # the whole library exists in German; other languages have a part of it


@dataclass(frozen=True)
class GuideReference:
    """A published guide. ``language`` may be another than that of the page that points to it."""

    identifier: str
    title: str
    promise: str
    url: str
    language: str
    topic_field: str = ""

    def is_foreign(self, language: str) -> bool:
        """Whether a page in ``language`` has to say that the guide has another one."""
        return self.language != language


def guide_references(identifiers: Iterable[str], language: str) -> dict[str, GuideReference]:
    """Return the published guides by identifier, the German one where there is none in ``language``; one query."""
    wanted = set(identifiers)
    if not wanted:
        return {}
    pages = (
        GuidePage.objects.live()
        .filter(identifier__in=wanted, locale__language_code__in={language, FALLBACK})
        .select_related("locale")
        .only("title", "url_path", "identifier", "promise", "locale", "topic_field_id")
    )
    found: dict[str, GuidePage] = {}
    for page in pages:
        if page.identifier not in found or page.locale.language_code == language:
            found[page.identifier] = page
    return {identifier: _reference(page, url) for identifier, page in found.items() if (url := page.get_url())}


def guides_on_topics(topics: Iterable[str], language: str, count: int) -> list[GuideReference]:
    """Return some published guides of topic fields in a language, those for beginners first; one query."""
    pages = (
        GuidePage.objects.live()
        .filter(topic_field__in=set(topics), locale__language_code=language)
        .select_related("locale")
        .only("title", "url_path", "identifier", "promise", "locale", "topic_field_id")
        .order_by("stage_from", "title")
    )
    return [_reference(page, url) for page in pages[:count] if (url := page.get_url())]


def guide_titles() -> dict[str, str]:
    """Return the German title of every published guide by identifier, in the order of the alphabet."""
    guides = GuidePage.objects.live().filter(locale__language_code=FALLBACK)
    return dict(guides.order_by("title").values_list("identifier", "title"))


@dataclass(frozen=True)
class Reason:
    """Why one guide comes before another, in the language in which it is written."""

    text: str
    language: str


def prerequisite_reasons(earlier: Iterable[str], language: str) -> dict[tuple[str, str], Reason]:
    """Return why each guide of ``earlier`` is needed, by (later guide, earlier guide); one query.

    Only published guides count; the words are German where a guide does not exist in ``language``.
    """
    links = Prerequisite.objects.filter(
        target__identifier__in=set(earlier),
        page__live=True,
        page__locale__language_code__in={language, FALLBACK},
    )
    rows = links.values_list("page__identifier", "target__identifier", "reason", "page__locale__language_code")
    found: dict[tuple[str, str], Reason] = {}
    for later, sooner, text, spoken in rows:
        if (later, sooner) not in found or spoken == language:
            found[later, sooner] = Reason(text, spoken)
    return found


def _reference(page: GuidePage, url: str) -> GuideReference:
    return GuideReference(
        page.identifier, page.title, page.promise, url, page.locale.language_code, page.topic_field_id
    )
