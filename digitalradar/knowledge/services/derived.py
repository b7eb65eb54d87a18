"""What follows from a published page and is kept beside it: which facts it uses, which deadlines it names."""

import re
from typing import Any

from django.db import transaction
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from ..models import Deadline, Fact, FactUse, GuidePage, KnowledgePage

REFERENCE = re.compile(r"\[(F-[A-Z]+-\d+)\]")


def fact_references(page: KnowledgePage) -> list[str]:
    """Return the ids of the facts a page refers to, in the order in which they first stand in its fields."""
    texts = [
        _source(page, field) for field in page._meta.get_fields() if isinstance(field, RichTextField | StreamField)
    ]
    found = [reference for text in texts for reference in REFERENCE.findall(text)]
    if isinstance(page, GuidePage):
        found += [block.value["fact"] for block in page.deadlines]
    return list(dict.fromkeys(found))


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


@transaction.atomic
def forget(page: KnowledgePage) -> None:
    """Drop what followed from a page that is no longer public."""
    FactUse.objects.filter(page_id=page.pk).delete()
    Deadline.objects.filter(page_id=page.pk).delete()


def _source(page: KnowledgePage, field: RichTextField | StreamField) -> str:
    value = getattr(page, field.name)
    return value if isinstance(value, str) else str(value.get_prep_value())


def _deadline(page: Page, value: Any, known: set[str]) -> Deadline:
    fact = value["fact"] if value["fact"] in known else None
    return Deadline(page=page, date=value["date"], text=value["text"], fact_id=fact)
