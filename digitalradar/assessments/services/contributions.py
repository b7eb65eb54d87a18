"""What a run gives to the comparison inside the region: with consent, once per company, gone when it is taken back."""

from typing import Any

from django.db import transaction

from ..benchmark import MOVED, Key, kept_after, normal_place, snapshot
from ..models import Assessment, AssessmentQuerySet, Contribution, Result
from ..queries.runs import find_run

FAMILIES = ("main", "short", "ai")  # the checks that speak of stages
OVERALL = "overall"


def may_contribute(*, family: str, role: str, is_test: bool) -> bool:
    """Tell whether such a run may be in the comparison: not for tries of the staff, not for one view from the team."""
    return family in FAMILIES and role != Assessment.Role.EMPLOYEE and not is_test


@transaction.atomic
def set_consent(*, token: str, is_compared: bool) -> Assessment | None:
    """Give or take back the consent to the comparison and act on it at once; None when the run is gone."""
    run = find_run(token, for_update=True)
    if run is None:
        return None
    note_consent(run=run, is_compared=is_compared)
    contribute(run=run, result=run.results.first())
    return run


def note_consent(*, run: Assessment, is_compared: bool) -> None:
    """Write down the consent of a locked run."""
    if run.is_compared != is_compared:
        run.is_compared = is_compared
        run.save(update_fields=["is_compared"])


def contribute(*, run: Assessment, result: Result | None) -> None:
    """Bring the row of a locked run in line with its consent and its newest result.

    A run that repeats others takes their place: of a company only the latest run counts.
    """
    if result is None or not run.is_compared or not _is_eligible(run, result):
        _withdraw(run)
        return
    same_company = _same_company(run)
    if same_company.filter(pk__gt=run.pk, is_compared=True).exists():
        _withdraw(run)
        return
    key, values = contributed_key(result.inputs["profile"]), contributed_values(result.outcome)
    row, was_released = _take_over(run, same_company.filter(pk__lt=run.pk))
    if row.pk and (_key(row), row.values) == (key, values):
        Contribution.objects.filter(pk=row.pk).update(run=run)
        return
    if row.since is not None:
        row.before = snapshot(_key(row), row.values, row.since, row.kept_since)
    elif not row.pk and was_released:
        row.before = snapshot(key, values, MOVED, {})
    row.sector, row.size, row.region = key
    row.values, row.since, row.kept_since = values, None, kept_after(row.before, key, values)
    row.save()


def contributed_key(profile: dict[str, str]) -> Key:
    """Return sector, size and region as groups are made of them."""
    return profile.get("sector", ""), profile.get("size", ""), normal_place(profile.get("region", ""))


def contributed_values(outcome: dict[str, Any]) -> dict[str, int]:
    """Return the shown integers without own weighting (scoring.md, section 12); what has no score is left out."""
    scored = {OVERALL: outcome["overall"], **outcome["dimensions"]}
    return {name: item["shown_unweighted"] for name, item in scored.items() if item["shown_unweighted"] is not None}


def _is_eligible(run: Assessment, result: Result) -> bool:
    family, role = run.catalogue_version.family, result.inputs["profile"].get("role", "")
    return may_contribute(family=family, role=role, is_test=run.is_test)


def _same_company(run: Assessment) -> AssessmentQuerySet:
    """Return the other runs that repeat this one, that this one repeats, and so on."""
    again = Assessment.Beginning.REPEAT
    known, fresh = {run.pk}, {run.pk}
    while fresh:
        later = Assessment.objects.filter(origin__in=fresh, begun_as=again)
        earlier = Assessment.objects.filter(followed_by__in=fresh, followed_by__begun_as=again)
        fresh = {*later.values_list("pk", flat=True), *earlier.values_list("pk", flat=True)} - known
        known |= fresh
    return Assessment.objects.filter(pk__in=known - {run.pk})


def _take_over(run: Assessment, earlier: AssessmentQuerySet) -> tuple[Contribution, bool]:
    """Return the row of this run, else that of an earlier one, else a new one; and if a release knows the company.

    Locked are runs from the latest to the earliest, then the row, always in this order.
    """
    before = list(earlier.select_for_update().order_by("-pk"))
    was_released = any(one.was_released for one in [run, *before])
    earlier.filter(is_compared=True).update(is_compared=False)
    row = _own_row(run)
    for one in before:
        row = row or _own_row(one)
    if row is None:
        return Contribution(run=run, family=run.catalogue_version.family), was_released
    if row.run_id != run.pk and _is_released(row):
        earlier.update(was_released=True)
    row.run = run
    return row, was_released


def _own_row(run: Assessment) -> Contribution | None:
    """Return the row of a run, locked: a release that marks it at this moment must not be overwritten."""
    return Contribution.objects.select_for_update().filter(run=run).first()


def _is_released(row: Contribution) -> bool:
    return row.since is not None or bool(row.before)


def _withdraw(run: Assessment) -> None:
    row = _own_row(run)
    if row is None:
        return
    if _is_released(row):
        run.was_released = True
        run.save(update_fields=["was_released"])
    row.delete()


def _key(row: Contribution) -> Key:
    return row.sector, row.size, row.region
