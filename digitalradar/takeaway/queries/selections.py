"""A selection as its owner sees it: entries with what the library says about them today."""

from collections.abc import Iterable
from dataclasses import dataclass

from digitalradar.core.tokens import TOKEN_PATTERN, hash_token
from digitalradar.knowledge.models import GuidePage, KnowledgePage, PracticeReportPage, TechnologyPage

from ..models import Selection, SelectionItem

MODELS: dict[str, type[KnowledgePage]] = {
    SelectionItem.Kind.GUIDE: GuidePage,
    SelectionItem.Kind.TECHNOLOGY: TechnologyPage,
    SelectionItem.Kind.REPORT: PracticeReportPage,
}
FALLBACK = "de"  # the whole library exists in German


@dataclass(frozen=True)
class Entry:
    """An item with its page; ``page`` is None once the page is not public any more."""

    item: SelectionItem
    page: KnowledgePage | None

    @property
    def title(self) -> str:
        return self.page.title if self.page else self.item.title

    @property
    def is_guide(self) -> bool:
        return isinstance(self.page, GuidePage)


def find_selection(token: str, *, for_update: bool = False) -> Selection | None:
    """Return the selection a secret opens; unknown, mistyped and expired ones are all the same: None."""
    if not TOKEN_PATTERN.fullmatch(token):
        return None
    rows = Selection.objects.select_for_update() if for_update else Selection.objects.all()
    return rows.living().filter(token_hash=hash_token(token)).first()


def entries(selection: Selection, language: str) -> list[Entry]:
    """Return the entries in their order, with pages in ``language`` where they exist; one query per kind."""
    items = list(selection.items.all())
    pages = {kind: public_pages(kind, _names(items, kind), language) for kind in {item.kind for item in items}}
    return [Entry(item, pages[item.kind].get(item.identifier)) for item in items]


def public_pages(kind: str, identifiers: Iterable[str], language: str) -> dict[str, KnowledgePage]:
    """Return the pages of one kind that everybody may read, by identifier; German where there is no other."""
    rows = MODELS[kind].objects.live().public().filter(identifier__in=list(identifiers))
    found: dict[str, KnowledgePage] = {}
    for page in rows.filter(locale__language_code__in={language, FALLBACK}).select_related("locale", "topic_field"):
        if page.identifier not in found or page.locale.language_code == language:
            found[page.identifier] = page
    return found


def _names(items: Iterable[SelectionItem], kind: str) -> list[str]:
    return [item.identifier for item in items if item.kind == kind]
