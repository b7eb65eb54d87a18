"""Facts: one file, many rows; each row remembers on its own whether it was edited on the site."""

from collections.abc import Collection, Iterable

from django.db import transaction
from django.utils.timezone import localdate, now

from ...content.library import FACTS
from ...content.places import is_meant
from ...facts import FactEntry
from ...models import ContentFile, Fact
from .outcome import DELETED, EDITED, Kept, Outcome
from .state import fact_state, remember


@transaction.atomic
def load_facts(entries: Iterable[FactEntry], file_digest: str, take_over: Collection[str], outcome: Outcome) -> None:
    """Add new facts and change those whose entry changed; a changed fact gets today's date, so that editors see it."""
    whole, _created = ContentFile.objects.select_for_update().get_or_create(path=FACTS)
    facts = Fact.objects.in_bulk()
    rows = ContentFile.objects.filter(path__startswith=f"{FACTS}#").in_bulk()
    before, loaded = len(outcome.kept), []
    for order, entry in enumerate(entries, 1):
        path = f"{FACTS}#{entry.id}"
        fact = facts.get(entry.id)
        wanted = _fact(entry, order)
        if fact is not None and fact.order != order:
            Fact.objects.filter(pk=fact.pk).update(order=order)
        if fact is not None and fact_state(fact) == fact_state(wanted):
            loaded += _changed(path, wanted, rows.get(path))
            continue
        if (reason := _own(fact, rows.get(path))) and not is_meant(path, take_over):
            if path not in rows or rows[path].digest != fact_state(wanted):  # else the site is only ahead of the file
                outcome.kept.append(Kept(path, reason))
            continue
        wanted.changed_on = localdate() if fact else None
        wanted.save()
        (outcome.changed if fact else outcome.new).append(path)
        loaded += _changed(path, wanted, rows.get(path))
    remember(loaded)
    whole.digest = "" if len(outcome.kept) > before else file_digest
    whole.loaded_at = now()
    whole.save()


def stored_facts(facts: Iterable[Fact]) -> dict[str, FactEntry]:
    """Return the facts of the site as entries of the file."""
    return {
        fact.pk: FactEntry(fact.pk, fact.topic, fact.text, fact.as_of, fact.is_certain, tuple(fact.sources), fact.note)
        for fact in facts
    }


def _own(fact: Fact | None, row: ContentFile | None) -> str:
    """Return why the site's own idea of a fact is respected, or nothing."""
    if fact is None:
        return DELETED if row else ""
    return EDITED if row is None or fact_state(fact) != row.state else ""


def _changed(path: str, fact: Fact, row: ContentFile | None) -> list[ContentFile]:
    """Return the row to be written, if it says something new."""
    state = fact_state(fact)
    if row and (row.digest, row.state) == (state, state):
        return []
    return [ContentFile(path=path, digest=state, state=state, loaded_at=now())]


def _fact(entry: FactEntry, order: int) -> Fact:
    return Fact(
        id=entry.id,
        topic=entry.topic,
        text=entry.text,
        as_of=entry.as_of,
        is_certain=entry.is_certain,
        sources=list(entry.sources),
        note=entry.note,
        order=order,
    )
