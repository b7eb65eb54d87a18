"""Deleting runs for good: nothing stays but numbers, and those are added up in the same transaction."""

from django.db import transaction

from ..models import Assessment, AssessmentQuerySet, ResultDocument
from .usage import keep_numbers


@transaction.atomic
def delete_runs(chosen: AssessmentQuerySet) -> int:
    """Count and delete the chosen runs with answers and results, and what was begun out of their results.

    Returns how many. The rows are locked first, so that each run is counted by one transaction only; ``chosen`` may
    bring its own way of locking.
    """
    if not chosen.query.select_for_update:
        chosen = chosen.select_for_update()
    runs = {run.pk: run for run in chosen}
    belonging = Assessment.objects.filter(origin__in=list(runs), begun_as=Assessment.Beginning.LINKED)
    runs |= {run.pk: run for run in belonging.select_for_update().order_by("pk")}
    keep_numbers(runs.values())
    # The document of a result also tells what was confirmed beside it.
    beside = [run.origin_id for run in runs.values() if run.begun_as == Assessment.Beginning.LINKED]
    ResultDocument.objects.filter(result__assessment__in=beside).delete()
    Assessment.objects.filter(pk__in=list(runs)).delete()
    return len(runs)
