"""What follows from a published page and is kept beside it: which facts it uses, which deadlines it names."""

from typing import Any

from django.db import transaction
from wagtail.models import Page

from ..models import Deadline, Fact, FactUse, GuidePage, KnowledgePage
from ..models.references import fact_references


@transaction.atomic
def derive(page: KnowledgePage) -> None:
    """Bring fact uses and deadlines of a page to the state of its published fields."""
    facts = Fact.objects.in_bulk(fact_references(page))
    base = page.page_ptr
    FactUse.objects.filter(page=base).exclude(fact__in=facts).delete()
    FactUse.objects.bulk_create(
        [FactUse(page=base, fact=facts[id], seen=facts[id].digest) for id in sorted(facts)],
        update_conflicts=True,
        unique_fields=["page", "fact"],
        update_fields=["seen"],
    )
    Deadline.objects.filter(page=base).delete()
    if isinstance(page, GuidePage):
        Deadline.objects.bulk_create([_deadline(base, block.value, set(facts)) for block in page.deadlines])


def note_as_seen(use: FactUse, *, digest: str) -> bool:
    """Note that somebody found a page still right; only for the state of the fact that was shown (``digest``)."""
    if digest != use.fact.digest:
        return False
    return FactUse.objects.filter(pk=use.pk).update(seen=digest) > 0


@transaction.atomic
def forget(page: KnowledgePage) -> None:
    """Drop what followed from a page that is no longer public."""
    FactUse.objects.filter(page_id=page.pk).delete()
    Deadline.objects.filter(page_id=page.pk).delete()


def _deadline(page: Page, value: Any, known: set[str]) -> Deadline:
    fact = value["fact"] if value["fact"] in known else None
    return Deadline(page=page, date=value["date"], text=value["text"], fact_id=fact)
