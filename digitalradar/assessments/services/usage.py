"""Keeping the numbers of runs that are about to be deleted."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import F

from ..models import Assessment, UsageCount
from ..queries.catalogues import questionnaire
from ..queries.usage_entries import entries, month_of

Place = tuple[date, str, str, str]


@transaction.atomic
def keep_numbers(runs: Iterable[Assessment]) -> None:
    """Add what these runs count for to the kept numbers; test runs count for nothing.

    Belongs into the transaction that deletes the runs: with the rows locked, nobody else counts them too.
    """
    added: Counter[Place] = Counter()
    for run in runs:
        if not run.is_test:
            catalogue = questionnaire(run.catalogue_version_id, "de").id
            month = month_of(run)
            added.update((month, catalogue, measure, key) for measure, key in entries(run))
    # Always in the same order, so that two transactions wait for each other instead of blocking each other.
    places = sorted(added)
    UsageCount.objects.bulk_create([_empty(place) for place in places], ignore_conflicts=True)
    for place in places:
        month, catalogue, measure, key = place
        same = UsageCount.objects.filter(month=month, catalogue=catalogue, measure=measure, key=key)
        same.update(count=F("count") + added[place])


def _empty(place: Place) -> UsageCount:
    month, catalogue, measure, key = place
    return UsageCount(month=month, catalogue=catalogue, measure=measure, key=key, count=0)
