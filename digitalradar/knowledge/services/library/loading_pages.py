"""Pages: first all that are missing are made, so that links have somewhere to lead; then each is filled and public."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import now
from wagtail.models import Page, ReferenceIndex

from ...content.documents import Term
from ...content.places import Location, is_meant
from ...content.problem import Problem
from ...content.reading import Source
from ...models import ContentFile, IndexPage, KnowledgePage
from ...starter import page_key
from .directory import PAGES, SHELVES, Directory
from .outcome import DELETED, EDITED, Kept, Outcome
from .pages import fill, fill_texts
from .state import page_state

DRAFT = "auf der Website gibt es einen Entwurf, der noch nicht veröffentlicht ist"
RETIRED = "auf der Website zurückgezogen"
LOCKED = "auf der Website gesperrt"
TAKEN = "auf der Website gibt es schon eine Seite mit dieser Kennung"


class PageLoader:
    """One run over some files."""

    def __init__(
        self, sources: Sequence[Source], digests: Mapping[str, str], take_over: Collection[str], outcome: Outcome
    ) -> None:
        self.sources = sorted(
            (source for source in sources if not isinstance(source.document, Term)),
            key=lambda source: (source.location.language, source.location.path),  # German first: others lean on it
        )
        self.digests = digests
        self.take_over = take_over
        self.outcome = outcome

    def load(self) -> None:
        """Make, fill and publish; what a rule of the site refuses is tried again once the others are in place."""
        if not self.sources:
            return
        self.directory = Directory()
        waiting = self._made()
        while waiting:
            refused = [(source, problem) for source in waiting if (problem := self._refusal(source))]
            if len(refused) == len(waiting):
                self.outcome.refused += [problem for _source, problem in refused]
                return
            waiting = [source for source, _problem in refused]

    @transaction.atomic
    def _made(self) -> list[Source]:
        """Make the pages that are missing, hidden as yet; return the files whose page is there now."""
        shelves = self._locked_shelves()
        rows = ContentFile.objects.in_bulk([source.location.path for source in self.sources])
        there = []
        for source in self.sources:
            location = source.location
            row = rows.get(location.path)
            is_missing = self.directory.page_of(location) is None and (row is None or self._is_taken_over(location))
            problem = self._make(source, shelves.get((location.kind, location.language))) if is_missing else None
            if problem:
                self.outcome.refused.append(problem)
            else:
                there.append(source)
        return there

    def _locked_shelves(self) -> dict[tuple[str, str], IndexPage]:
        """Return shelves by kind and language, locked: two loads make pages one after the other."""
        shelves: dict[tuple[str, str], IndexPage] = {}
        for kind, model in SHELVES.items():
            keys = model.objects.order_by("pk").values_list("pk", flat=True)
            list(Page.objects.select_for_update().filter(pk__in=list(keys)).order_by("pk").values_list("pk"))
            for shelf in model.objects.select_related("locale"):
                shelves[kind, shelf.locale.language_code] = shelf
        self.directory = Directory()  # who waited for the lock sees what the other one made
        return shelves

    def _make(self, source: Source, shelf: IndexPage | None) -> Problem | None:
        if shelf is None:
            return source.problem((), "Die Übersichtsseite dieser Sprache fehlt auf der Website.", "Laden")
        location = source.location
        page = PAGES[location.kind](locale=shelf.locale, live=False, is_example=location.is_example)
        page.translation_key = self._translation_key(location)
        fill_texts(page, source.document, self.directory)
        try:
            with transaction.atomic():
                shelf.add_child(instance=page)
        except ValidationError as error:
            return _problem(source, error)
        self.directory.add(page.pk, location.kind, location.identifier, location.language)
        ContentFile.objects.update_or_create(
            path=location.path, defaults={"page_id": page.pk, "digest": "", "state": "", "loaded_at": None}
        )
        return None

    def _translation_key(self, location: Location) -> Any:
        """Return the key of the page that this one translates, whoever made it."""
        others = PAGES[location.kind].objects.filter(identifier=location.identifier)
        key = others.values_list("translation_key", flat=True).first()
        return key or page_key(location.kind, location.identifier)

    def _refusal(self, source: Source) -> Problem | None:
        """Load one file; return why the site refused it, or nothing."""
        try:
            with transaction.atomic():
                self._load(source)
        except ValidationError as error:
            return _problem(source, error)
        return None

    def _load(self, source: Source) -> None:
        path, file_digest = source.location.path, self.digests[source.location.path]
        row = ContentFile.objects.select_for_update().filter(pk=path).first()
        if row and row.digest == file_digest and not self._is_taken_over(source.location):
            return  # somebody else loaded it meanwhile
        page = self._page(source.location)
        if page is None:
            self.outcome.kept.append(Kept(path, DELETED))
            return
        is_new = row is not None and row.loaded_at is None
        before = page_state(page, self.directory) if page.live else ""
        own = "" if is_new else self._own(page, row, before)
        is_complete = fill(page, source.document, self.directory)
        after = page_state(page, self.directory)
        if page.live and before == after:
            self._remember(page, path, file_digest if is_complete else "", after)
        elif own and not self._is_taken_over(source.location):
            self.outcome.kept.append(Kept(path, own))
        else:
            page.save_revision(log_action=True).publish()
            ReferenceIndex.create_or_update_for_object(page)
            self._remember(page, path, file_digest if is_complete else "", after)
            (self.outcome.new if is_new else self.outcome.changed).append(path)

    def _page(self, location: Location) -> KnowledgePage | None:
        number = self.directory.page_of(location)
        return PAGES[location.kind].objects.select_related("locale").filter(pk=number).first() if number else None

    def _own(self, page: KnowledgePage, row: ContentFile | None, state: str) -> str:
        """Return why the site's own idea of a page is respected, or nothing; ``state`` is what it says now."""
        if row is None:
            return TAKEN
        if not page.live:
            return RETIRED
        if page.locked:
            return LOCKED
        if page.has_unpublished_changes:
            return DRAFT
        return EDITED if state != row.state else ""

    def _remember(self, page: KnowledgePage, path: str, file_digest: str, state: str) -> None:
        values = {"page_id": page.pk, "digest": file_digest, "state": state, "loaded_at": now()}
        ContentFile.objects.update_or_create(path=path, defaults=values)

    def _is_taken_over(self, location: Location) -> bool:
        return is_meant(location.path, self.take_over)


def _problem(source: Source, error: ValidationError) -> Problem:
    reason = " ".join(error.messages)
    place = ("prerequisites",) if not hasattr(error, "error_dict") else (next(iter(error.error_dict)),)
    return source.problem(place, f"Die Website nimmt diese Seite nicht an: {reason}", "Laden")
