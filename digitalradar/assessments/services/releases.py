"""Releases of the comparison: a frozen set of contributions is added up, and what may be seen of it is published.

No answer of anybody waits meanwhile: the contributions are marked in one short step, read in one statement, and the
groups are written in another short step. A release that was killed in between has published nothing.
"""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _

from digitalradar.core.errors import DomainError

from ..models import BenchmarkCell, BenchmarkRelease, Contribution
from ..queries.contributions import frozen_set, past_cells
from .release_plans import PlannedCell, PublishedCell, ReleasePlan, plan_release

ABANDONED_AFTER = timedelta(hours=1)  # a million contributions take about a minute
BATCH = 500


class ReleaseRunning(DomainError):
    """Somebody else is making a release at this moment."""

    def __init__(self) -> None:
        super().__init__(_("Gerade läuft schon eine Freigabe. Bitte versuchen Sie es in einigen Minuten noch einmal."))


def release(*, is_example: bool = False) -> BenchmarkRelease:
    """Publish, keep or hide each comparison group by the rules of docs/algorithms/comparison.md.

    Raises:
        ReleaseRunning: another release has begun and is not finished; nothing happens.
    """
    return _carry_out(_begin(is_example=is_example))


def release_when_due() -> int:
    """Make the release of this month unless it was made; return how many groups were published.

    Nothing happens while nobody has ever contributed, and when somebody else is just making a release.
    """
    if (
        not Contribution.objects.filter(is_example=False).exists()
        and not BenchmarkCell.objects.filter(is_example=False, n__isnull=False).exists()
    ):
        return 0
    try:
        begun = _begin(is_example=False)
    except ReleaseRunning:
        return 0
    # Asked only now: a release that was made a moment ago by somebody else is seen for certain.
    if _is_done_this_month():
        begun.delete()
        return 0
    return sum(counts["publish"] for counts in _carry_out(begun).counts.values())


def _is_done_this_month() -> bool:
    last = BenchmarkRelease.objects.filter(is_example=False, finished_at__isnull=False).first()
    if last is None:
        return False
    month, today = localtime(last.finished_at), localtime(now())
    return (month.year, month.month) == (today.year, today.month)


@transaction.atomic
def _begin(*, is_example: bool) -> BenchmarkRelease:
    """Make the row that keeps others out until it is finished; one that was abandoned is taken over."""
    abandoned = BenchmarkRelease.objects.filter(
        is_example=is_example, finished_at__isnull=True, started_at__lt=now() - ABANDONED_AFTER
    )
    if abandoned.update(number=_next_number(), started_at=now()):
        return BenchmarkRelease.objects.get(is_example=is_example, finished_at__isnull=True)
    try:
        with transaction.atomic():
            return BenchmarkRelease.objects.create(number=_next_number(), is_example=is_example, started_at=now())
    except IntegrityError as error:
        raise ReleaseRunning from error


def _next_number() -> int:
    """Return a number no release and no contribution has carried, also when a release was broken off."""
    last = BenchmarkRelease.objects.aggregate(last=Max("number"))["last"] or 0
    return 1 + max(last, Contribution.objects.aggregate(last=Max("since"))["last"] or 0)


def _carry_out(begun: BenchmarkRelease) -> BenchmarkRelease:
    try:
        Contribution.objects.filter(is_example=begun.is_example, since__isnull=True).update(
            since=begun.number, before={}
        )
        plan = plan_release(frozen_set(is_example=begun.is_example), past_cells(is_example=begun.is_example))
        return _publish(begun, plan)
    except BaseException:
        BenchmarkRelease.objects.filter(pk=begun.pk, number=begun.number, finished_at__isnull=True).delete()
        raise


@transaction.atomic
def _publish(begun: BenchmarkRelease, plan: ReleasePlan) -> BenchmarkRelease:
    """Write all groups at once, so that every page shows one release or the other, never half of each."""
    own = BenchmarkRelease.objects.select_for_update().filter(
        pk=begun.pk, number=begun.number, finished_at__isnull=True
    )
    if own.first() is None:
        raise ReleaseRunning  # it took so long that somebody else took it over
    cells = BenchmarkCell.objects.filter(is_example=begun.is_example)
    known = {cell.place: cell for cell in cells.only(*BenchmarkCell.PLACE, "releases")}
    hidden = [known[place].pk for place in map(_place, plan.hidden) if place in known]
    for start in range(0, len(hidden), BATCH):
        cells.filter(pk__in=hidden[start : start + BATCH]).update(n=None, counts=None)
    BenchmarkCell.objects.bulk_create(
        (
            BenchmarkCell(
                **dict(zip(BenchmarkCell.PLACE, _place(cell), strict=True)),
                is_example=begun.is_example,
                n=cell.n,
                counts=cell.counts,
                release=begun,
                releases=[*(known[_place(cell)].releases if _place(cell) in known else []), begun.number],
            )
            for cell in plan.published
        ),
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["is_example", "family", "sector", "size", "region", "dimension"],
        update_fields=["n", "counts", "release", "releases"],
    )
    begun.finished_at, begun.counts = now(), plan.summary
    begun.save(update_fields=["finished_at", "counts"])
    return begun


def _place(cell: PlannedCell | PublishedCell) -> tuple[str, ...]:
    return (cell.family, cell.dimension, *cell.key)
