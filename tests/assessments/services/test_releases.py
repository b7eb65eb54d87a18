"""A release publishes what the rules allow, all at once, once at a time; between releases nothing moves."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import get_current_timezone, now

from digitalradar.assessments.models import BenchmarkCell, BenchmarkRelease, Contribution
from digitalradar.assessments.queries.benchmark import group_for, released_cells
from digitalradar.assessments.services import releases
from digitalradar.assessments.services.contributions import OVERALL, set_consent
from digitalradar.assessments.services.finishing import show_result
from digitalradar.assessments.services.recounts import recount
from digitalradar.assessments.services.release_plans import PlannedCell, preview_release
from digitalradar.assessments.services.releases import ReleaseRunning, release, release_when_due
from tests.assessments.together import together
from tests.factories.assessments import make_answered_run, make_run
from tests.factories.benchmark import contribute

pytestmark = pytest.mark.django_db
ALL = ("*", "*", "*")


def shown() -> dict[tuple, int]:
    cells = BenchmarkCell.objects.filter(n__isnull=False)
    return {cell.place[1:]: cell.n for cell in cells}


def test_release_publishes_groups_of_ten_with_their_histograms():
    contribute(12, sector="handel", size="10-49")
    contribute(11, sector="handwerk", size="10-49")
    made = release()
    groups = [("handel", "10-49", "*"), ("handel", "*", "*")]
    assert {place: n for place, n in shown().items() if place[1:] in groups} == {
        (OVERALL, *group): 12 for group in groups
    }
    assert shown()[OVERALL, "*", "*", "*"] == shown()[OVERALL, "*", "10-49", "*"] == 23
    assert made.counts == {"main": {"companies": 23, "publish": 6, "keep": 0, "hide": 0}}
    cell = BenchmarkCell.objects.get(sector="handel", size="10-49")
    assert cell.counts == [1] * 12 + [0] * 89
    assert (cell.release, cell.releases) == (made, [made.number])


def test_below_ten_nothing_is_shown_and_the_database_would_refuse_it():
    contribute(9)
    made = release()
    assert shown() == {}
    with pytest.raises(IntegrityError), transaction.atomic():
        BenchmarkCell.objects.create(
            family="main", dimension="x", sector="*", size="*", region="*", n=9, counts=[], release=made
        )


def test_between_releases_nothing_moves():
    rows = contribute(12)
    release()
    before = list(BenchmarkCell.objects.values())
    contribute(20)
    Contribution.objects.filter(pk__in=[row.pk for row in rows[:6]]).delete()
    assert list(BenchmarkCell.objects.values()) == before


def test_few_changes_leave_the_old_state_and_five_newcomers_bring_the_new_one():
    contribute(12)
    first = release()
    contribute(4)
    release()
    assert BenchmarkCell.objects.get().release == first
    assert shown() == {(OVERALL, *ALL): 12}
    contribute(1)
    last = release()
    cell = BenchmarkCell.objects.get()
    assert (cell.n, cell.release, cell.releases) == (17, last, [first.number, last.number])


def test_a_hidden_group_keeps_nothing_but_the_numbers_of_its_releases():
    rows = contribute(12)
    made = release()
    Contribution.objects.filter(pk__in=[row.pk for row in rows[:3]]).delete()
    release()
    cell = BenchmarkCell.objects.get()
    assert (cell.n, cell.counts, cell.releases) == (None, None, [made.number])
    assert group_for("main", {}) is None
    assert released_cells("main", {}) == {"visible": False}


def test_example_and_real_companies_are_never_in_one_group():
    contribute(12, is_example=True)
    contribute(12, values={OVERALL: 80})
    release()
    assert shown() == {(OVERALL, *ALL): 12}
    release(is_example=True)
    real, example = BenchmarkCell.objects.order_by("is_example")
    assert (real.n, real.counts[80], example.n, example.counts[80]) == (12, 12, 12, 0)


def test_preview_says_what_the_release_then_does_and_changes_nothing():
    contribute(12, sector="handel")
    contribute(3, sector="handwerk")
    before = list(Contribution.objects.values())
    planned = preview_release()
    assert list(Contribution.objects.values()) == before
    assert not BenchmarkRelease.objects.exists()
    assert all(cell.n is None or cell.n >= 10 for cell in planned)
    assert PlannedCell("main", OVERALL, ALL, 15, "publish", "new") in planned
    release()
    assert {cell.key for cell in planned if cell.action == "publish"} == {place[1:] for place in shown()}
    assert preview_release("short") == []


def test_a_group_that_fell_below_ten_is_previewed_without_its_number():
    rows = contribute(12)
    release()
    Contribution.objects.filter(pk__in=[row.pk for row in rows[:3]]).delete()
    assert preview_release() == [PlannedCell("main", OVERALL, ALL, None, "hide", "too_small")]


def test_due_release_is_made_once_in_a_calendar_month(monkeypatch):
    made = []
    for moment in ((2027, 1, 2), (2027, 1, 31), (2027, 2, 1), (2027, 2, 28), (2028, 2, 1)):
        day = datetime(*moment, 12, tzinfo=get_current_timezone())
        monkeypatch.setattr(releases, "now", lambda day=day: day)
        contribute(12)
        made.append(release_when_due())
    assert made == [1, 0, 1, 0, 1]
    assert not BenchmarkRelease.objects.filter(finished_at=None).exists()


def test_nothing_is_due_where_nobody_contributed():
    assert release_when_due() == 0
    assert not BenchmarkRelease.objects.exists()


def test_a_release_that_fails_leaves_everything_as_it_was(monkeypatch):
    contribute(12)
    monkeypatch.setattr(releases, "plan_release", lambda *_: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        release()
    monkeypatch.undo()
    assert not BenchmarkRelease.objects.exists()
    assert not BenchmarkCell.objects.exists()
    assert release().number == 2  # contributions may carry the number 1 by now
    assert shown() == {(OVERALL, *ALL): 12}


def test_a_release_whose_process_was_killed_is_taken_over_after_an_hour(monkeypatch):
    contribute(12)
    begun = BenchmarkRelease.objects.create(number=1, started_at=now())
    with pytest.raises(ReleaseRunning):
        release()
    BenchmarkRelease.objects.update(started_at=now() - timedelta(hours=2))
    made = release()
    assert (made.pk, made.number) == (begun.pk, 2)


def test_recount_agrees_with_a_fresh_release_and_finds_what_was_tampered_with():
    contribute(12)
    release()
    assert (recount().exact, recount().differences) == (1, [])
    cell = BenchmarkCell.objects.get()
    cell.counts[3], cell.counts[50] = 0, 1
    cell.save()
    assert len(recount().differences) == 1


def test_recount_checks_the_survivors_of_an_older_release():
    rows = contribute(14)
    release()
    rows[0].delete()
    proof = recount()
    assert (proof.exact, proof.partly, proof.differences) == (0, 1, [])
    BenchmarkCell.objects.update(counts=[7, 7] + [0] * 99)
    assert len(recount().differences) == 1


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_two_releases_at_the_same_moment_make_one():
    contribute(12)

    def attempt() -> int:
        try:
            return release().number
        except ReleaseRunning:
            return 0

    results = together(attempt, attempt, attempt)
    made = sorted(number for number in results if number)
    assert made
    assert BenchmarkRelease.objects.filter(finished_at__isnull=False).count() == len(made)
    assert BenchmarkCell.objects.get().releases == made[:1]  # whatever came second had nothing to publish


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_due_releases_at_the_same_moment_make_one():
    contribute(12)
    assert sorted(together(release_when_due, release_when_due, release_when_due)) == [0, 0, 1]
    assert BenchmarkRelease.objects.count() == 1


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_companies_that_finish_during_a_release_are_in_it_whole_or_not_at_all():
    contribute(12)
    runs = [make_answered_run(value=stage) for stage in (1, 3, 5)]
    together(release, *[lambda run=run: show_result(token=run.token, is_compared=True) for run in runs])
    assert recount().differences == []
    published = BenchmarkCell.objects.get(dimension=OVERALL, sector="*", size="*", region="*")
    assert published.n == sum(published.counts) == Contribution.objects.filter(since=published.release.number).count()
    release()
    assert recount().differences == []


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_consent_taken_back_during_a_release_leaves_no_row():
    contribute(12)
    run = make_answered_run()
    show_result(token=run.token, is_compared=True)
    together(release, lambda: set_consent(token=run.token, is_compared=False))
    assert not Contribution.objects.filter(run=run.row).exists()
    assert recount().differences == []


@pytest.mark.database
def test_database_holds_contributions_of_runs_apart_from_examples():
    for wrong in ({"is_example": False, "run": None}, {"is_example": True, "run": make_run().row}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Contribution.objects.create(family="main", values={}, **wrong)
