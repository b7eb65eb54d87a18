"""The glossary: the words of a language, and the public pages that use them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import get_language

from ..models import GlossaryTerm, GuidePage, TechnologyPage

UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})


@dataclass(frozen=True)
class Word:
    """A word and what it means."""

    id: str
    term: str
    text: str


@dataclass(frozen=True)
class PageLink:
    """A page that uses a word."""

    title: str
    url: str


def words() -> list[Word]:
    """Return the words that exist in the active language, in the order of dictionaries; one query."""
    is_english = get_language() == "en"
    terms = [term for term in GlossaryTerm.objects.all() if not is_english or (term.term_en and term.text_en)]
    return sorted(
        (Word(term.pk, term.local_term, term.local_text) for term in terms), key=lambda word: sort_key(word.term)
    )


def uses(words: Iterable[Word]) -> dict[str, list[PageLink]]:
    """Return the public pages of the active language that list each word; the same queries for any number."""
    wanted = {word.id for word in words}
    found: dict[str, list[PageLink]] = defaultdict(list)
    for model in (GuidePage, TechnologyPage):
        column = model._meta.model_name
        rows = list(model.terms.through.objects.filter(glossaryterm__in=wanted).values_list("glossaryterm", column))
        pages = {page.pk: page for page in _public(model).filter(pk__in={page for _term, page in rows})}
        for term, page in rows:
            if page in pages:
                found[term].append(PageLink(pages[page].title, pages[page].get_url() or ""))
    for links in found.values():
        links.sort(key=lambda link: sort_key(link.title))
    return found


def sort_key(text: str) -> str:
    """Return how dictionaries sort: ä like a, capitals like small letters, signs and blanks ignored."""
    return "".join(sign for sign in text.lower().translate(UMLAUTS) if sign.isalnum())


def _public(model: type[GuidePage] | type[TechnologyPage]) -> QuerySet:
    pages = model.objects.live().public().filter(locale__language_code=get_language())
    return pages.select_related("locale").only("title", "url_path", "locale")
