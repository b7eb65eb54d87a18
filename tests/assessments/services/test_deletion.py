"""A deleted run leaves numbers, and these are the same as before."""

from datetime import UTC, date, datetime, timedelta

import pytest

from digitalradar.assessments.models import Assessment, Result, UsageCount
from digitalradar.assessments.queries.usage import first_month, usage
from digitalradar.assessments.queries.usage_entries import stopping_place
from digitalradar.assessments.services import clocks
from digitalradar.assessments.services.clocks import delete_expired
from digitalradar.assessments.services.deletion import delete_runs
from digitalradar.assessments.services.finishing import show_result
from digitalradar.assessments.services.runs import delete_run, start_run
from digitalradar.assessments.usage import Period
from tests.assessments.together import together
from tests.factories.assessments import INSTRUMENTS, make_answered_run, make_run, shipped

pytestmark = pytest.mark.django_db

MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 1))


def begin(catalogue: str = "digital-check", *, at: str = "2026-03-10T09:00", minutes: int | None = None, **profile):
    """Make a run that began at a time (UTC) and, with ``minutes``, came to a result so much later."""
    make = make_run if minutes is None else make_answered_run
    run = make(catalogue, **profile)
    created_at = datetime.fromisoformat(at).replace(tzinfo=UTC)
    if minutes is not None:
        show_result(token=run.token)
        Assessment.objects.filter(pk=run.row.pk).update(finished_at=created_at + timedelta(minutes=minutes))
    Assessment.objects.filter(pk=run.row.pk).update(created_at=created_at)
    return run


def many_kinds_of_runs() -> list[Assessment]:
    """Make finished and unfinished runs through every check, in several months, with and without profile."""
    for number, catalogue in enumerate(INSTRUMENTS):
        begin(catalogue, at=f"2026-0{number + 1}-01T10:00", minutes=number * 60, size="10-49", sector="handel")
        begin(catalogue, minutes=12, role="leitung")
        begin(catalogue, size="1-9", is_solo=True)
        begin(catalogue)
    answered = begin("kurz-check")
    start_run(version=shipped(), origin=answered.row, answers={"strategie.ziel": {"value": 3}})
    main = begin(minutes=20, sector="handwerk")
    start_run(version=shipped("dii"), origin=main.row)
    start_run(version=shipped(), origin=main.row)
    test_run = begin(minutes=20)
    Assessment.objects.filter(pk=test_run.row.pk).update(is_test=True)
    return list(Assessment.objects.order_by("?"))


def figures() -> dict:
    """Return all figures of all checks of the year 2026 and of today."""
    whole = Period(date(2026, 1, 1), date(2100, 1, 1))
    return {catalogue: usage(catalogue, whole).counts for catalogue in INSTRUMENTS}


def kept() -> dict[tuple, int]:
    rows = UsageCount.objects.values_list("month", "catalogue", "measure", "key", "count")
    return {(f"{month:%m}", *others): count for month, *others, count in rows}


def test_figures_are_those_of_the_documentation():
    begin(minutes=14, size="10-49", sector="handel", role="leitung")
    begin(minutes=181, size="10-49")
    begin(at="2026-03-31T22:30")
    counts = usage("digital-check", YEAR)
    assert [(counts.number(month, "started"), counts.number(month, "finished")) for month in (MARCH, APRIL)] == [
        (2, 2),
        (1, 0),
    ]
    assert counts.by_key("size", [MARCH, APRIL]) == {"10-49": 2, "": 1}
    assert counts.by_key("sector", [MARCH]) == {"handel": 1, "": 1}
    assert counts.by_key("role", [MARCH]) == {"leitung": 1, "": 1}
    assert counts.by_key("minutes", [MARCH]) == {"14": 1, "longer": 1}
    assert counts.by_key("stopped_at", [MARCH, APRIL]) == {":begin": 1}
    assert first_month() == MARCH


def test_period_holds_whole_months_of_the_portal():
    for at in ("2026-02-28T22:59", "2026-02-28T23:00", "2026-03-31T21:59", "2026-03-31T22:00"):
        begin(at=at)
    assert usage("digital-check", Period(MARCH, MARCH)).counts[MARCH, "started", ""] == 2


def test_catalogues_are_counted_apart_and_test_runs_not_at_all():
    begin("dii")
    begin("kurz-check")
    Assessment.objects.filter(catalogue_version__catalogue="kurz-check").update(is_test=True)
    assert usage("dii", YEAR).number(MARCH, "started") == 1
    assert not usage("kurz-check", YEAR).counts
    assert not usage("digital-check", YEAR).counts


def test_people_stop_at_the_first_dimension_with_an_open_question():
    run = make_answered_run()
    texts = run.texts
    assert stopping_place(run.row) == ":finish"
    for question in ("kunden.auftritt", "prozesse.ablaeufe"):
        del run.row.answers[question]
        assert stopping_place(run.row) == question.partition(".")[0]
    run.row.answers = {key: {"relevance": 2} for key in texts.question}
    assert stopping_place(run.row) == ":begin"


def test_profile_asked_at_the_end_is_a_place_to_stop_at():
    run = make_answered_run("kurz-check").row
    assert stopping_place(run) == ":profile"
    run.size = "1-9"
    assert stopping_place(run) == ":finish"


@pytest.mark.parametrize("by_clock", [True, False])
def test_deleting_changes_no_figure(after, by_clock):
    runs = many_kinds_of_runs()
    before = figures()
    if by_clock:
        after(days=800)
        assert delete_expired() == len(runs)
    else:
        for run in runs:
            delete_run(run)
            assert figures() == before
    assert not Assessment.objects.exists()
    assert figures() == before
    assert sum(count for (_month, measure, _key), count in before["digital-check"].items() if measure == "started") == 7


def test_deleted_run_leaves_one_number_for_each_measure():
    run = begin(minutes=14, size="10-49", sector="handel", place="Beispielort")
    delete_run(run.row)
    assert kept() == {
        ("03", "digital-check", "started", ""): 1,
        ("03", "digital-check", "finished", ""): 1,
        ("03", "digital-check", "size", "10-49"): 1,
        ("03", "digital-check", "sector", "handel"): 1,
        ("03", "digital-check", "role", ""): 1,
        ("03", "digital-check", "begun_as", "direct"): 1,
        ("03", "digital-check", "minutes", "14"): 1,
    }


def test_deleting_the_same_run_twice_counts_once():
    run = begin()
    for _ in range(2):
        delete_run(run.row)
    assert kept()["03", "digital-check", "started", ""] == 1


def test_deletion_that_fails_counts_nothing(monkeypatch):
    run = begin()
    monkeypatch.setattr("django.db.models.query.QuerySet.delete", lambda self: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        delete_run(run.row)
    assert not UsageCount.objects.exists()
    assert Assessment.objects.exists()


def test_what_was_begun_out_of_a_result_goes_with_it_and_repetitions_stay():
    main = begin(minutes=20)
    linked, _token = start_run(version=shipped("dii"), origin=main.row)
    own_dii = begin("dii")
    repeated, _token = start_run(version=shipped(), origin=main.row)
    delete_run(main.row)
    assert set(Assessment.objects.all()) == {own_dii.row, repeated}
    assert not Result.objects.exists()
    assert not Assessment.objects.filter(pk=linked.pk).exists()


def test_deleting_the_linked_run_leaves_the_result_it_belonged_to():
    main = begin(minutes=20)
    linked, _token = start_run(version=shipped("dii"), origin=main.row)
    delete_run(linked)
    assert list(Assessment.objects.all()) == [main.row]


def test_backlog_is_deleted_in_batches_and_goes_on_after_a_kill(after, monkeypatch):
    for _ in range(7):
        begin()
    before = figures()
    monkeypatch.setattr(clocks, "BATCH", 2)
    after(days=100)
    calls = []

    def killed_in_the_third(chosen):
        calls.append(chosen)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return delete_runs(chosen)

    monkeypatch.setattr(clocks, "delete_runs", killed_in_the_third)
    with pytest.raises(KeyboardInterrupt):
        delete_expired()
    assert Assessment.objects.count() == 3
    assert figures() == before
    assert delete_expired() == 3
    assert figures() == before


@pytest.mark.django_db(transaction=True)
@pytest.mark.database
def test_two_deletions_at_once_lose_no_number():
    runs = [begin(catalogue) for catalogue in ("digital-check", "dii") * 4]
    together(*(lambda run=run: delete_run(run.row) for run in runs))
    assert kept()["03", "digital-check", "started", ""] == 4
    assert kept()["03", "dii", "started", ""] == 4
    assert kept()["03", "digital-check", "stopped_at", ":begin"] == 4


@pytest.mark.django_db(transaction=True)
@pytest.mark.database
def test_owner_and_clock_at_once_count_a_run_once(after, monkeypatch):
    monkeypatch.setattr(clocks, "BATCH", 3)
    runs = [begin() for _ in range(8)]
    after(days=100)
    together(delete_expired, delete_expired, *(lambda run=run: delete_run(run.row) for run in runs[:4]))
    assert not Assessment.objects.exists()
    assert kept()["03", "digital-check", "started", ""] == 8


def test_living_runs_are_read_with_few_queries(django_assert_num_queries):
    for minutes in (None, None, None, 5, 5, 5):
        begin(minutes=minutes)
    with django_assert_num_queries(3):
        usage("digital-check", YEAR)
