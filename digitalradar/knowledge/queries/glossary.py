"""The glossary: every word with the public pages that list it."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.utils.translation import get_language

from ..models import GlossaryTerm, GuidePage, TechnologyPage


@dataclass(frozen=True)
class PageLink:
    """A page that uses a word."""

    title: str
    url: str


@dataclass(frozen=True)
class Entry:
    """A word, what it means, and where it is used."""

    id: str
    term: str
    text: str
    pages: list[PageLink] = field(default_factory=list)


def glossary() -> list[Entry]:
    """Return the words that exist in the active language, in alphabetical order; the same queries for any number."""
    is_english = get_language() == "en"
    uses = _uses()
    terms = [term for term in GlossaryTerm.objects.all() if not is_english or (term.term_en and term.text_en)]
    entries = [Entry(term.pk, term.local_term, term.local_text, uses[term.pk]) for term in terms]
    return sorted(entries, key=lambda entry: sort_key(entry.term))


UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})


def sort_key(term: str) -> str:
    """Return how dictionaries sort a word: ä like a, capitals like small letters, leading signs and blanks ignored."""
    return "".join(sign for sign in term.lower().translate(UMLAUTS) if sign.isalnum())


def _uses() -> dict[str, list[PageLink]]:
    uses: dict[str, list[PageLink]] = defaultdict(list)
    for model in (GuidePage, TechnologyPage):
        column = model._meta.model_name
        pages = {page.pk: PageLink(page.title, page.get_url() or "") for page in _public(model)}
        rows = model.terms.through.objects.filter(**{f"{column}__in": pages.keys()})
        for term, page in rows.values_list("glossaryterm", column):
            uses[term].append(pages[page])
    for links in uses.values():
        links.sort(key=lambda link: sort_key(link.title))
    return uses


def _public(model: type[GuidePage] | type[TechnologyPage]) -> QuerySet:
    pages = model.objects.live().public().filter(locale__language_code=get_language())
    return pages.select_related("locale").only("title", "url_path", "locale")
