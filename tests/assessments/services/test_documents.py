"""Documents are asked for once, built beside the pages, and survive whatever is killed."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils.timezone import now
from django_tasks_db.models import DBTaskResult

from digitalradar.assessments import tasks
from digitalradar.assessments.models import Assessment, Result, ResultDocument
from digitalradar.assessments.services import documents
from digitalradar.assessments.services.documents import (
    document_of,
    drop_unused,
    request_document,
    take_up_abandoned,
)
from digitalradar.assessments.services.runs import delete_run
from digitalradar.core.built_documents import Built
from digitalradar.core.jobs.loop import JobLoop
from tests.assessments.together import together
from tests.factories.assessments import Run, make_answered_run

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database]

State = ResultDocument.State


@pytest.fixture(autouse=True)
def built(monkeypatch) -> list[tuple[int, str]]:
    """Build in no time, and note each time; what a real document holds is tested elsewhere."""
    seen: list[tuple[int, str]] = []

    def build(result: Result, language: str) -> Built:
        seen.append((result.number, language))
        return Built(b"%PDF-1.7 test", 3, "as it is")

    monkeypatch.setattr(tasks, "build_document", build)
    monkeypatch.setattr(documents, "document_digest", lambda result, language: "as it is")
    return seen


@pytest.fixture
def run() -> Run:
    """A run with one result."""
    made = make_answered_run(value=2, size="10-49")
    Client().post(made.url("result"))
    return made


def newest(run: Run) -> Result:
    return run.stored().results.first()


def ask(run: Run, language: str = "de") -> ResultDocument:
    found = request_document(result=newest(run), language=language)
    assert found is not None
    return found


def work() -> None:
    JobLoop().work()


def ago(**duration: float):
    return now() - timedelta(**duration)


def test_document_is_built_once_and_then_kept(run, built):
    assert ask(run).state == State.WAITING
    work()
    document = ask(run)
    assert (document.state, document.pages, document.size, bytes(document.content)) == (
        State.READY,
        3,
        13,
        b"%PDF-1.7 test",
    )
    work()
    assert built == [(1, "de")]


def test_each_language_and_each_revision_has_its_own(run, built):
    ask(run)
    ask(run, "en")
    Assessment.objects.filter(pk=run.row.pk).update(targets={"strategie": 5})
    Client().post(run.url("result"))
    ask(run)
    work()
    assert sorted(built) == [(1, "de"), (1, "en"), (2, "de")]


def test_asking_again_and_again_queues_one_task(run):
    for _ in range(5):
        ask(run)
    assert DBTaskResult.objects.count() == 1


def test_clicks_at_the_same_moment_make_one_document(run, built):
    result = newest(run)
    together(*[lambda: request_document(result=result, language="de")] * 6)
    work()
    assert ResultDocument.objects.count() == 1
    assert built == [(1, "de")]


def test_database_keeps_one_row_per_result_and_language(run):
    ask(run)
    with pytest.raises(IntegrityError), transaction.atomic():
        ResultDocument.objects.create(result=newest(run), language="de")


def test_database_refuses_a_ready_document_without_its_file(run):
    with pytest.raises(IntegrityError), transaction.atomic():
        ResultDocument.objects.create(result=newest(run), language="de", state=State.READY)


def test_document_that_says_something_else_by_now_is_built_anew(run, built, monkeypatch):
    ask(run)
    work()
    monkeypatch.setattr(documents, "document_digest", lambda result, language: "another region, another person to ask")
    document = ask(run)
    assert (document.state, document.attempts) == (State.WAITING, 0)
    work()
    assert len(built) == 2


def test_same_task_twice_writes_one_row(run, built):
    document = ask(run)
    work()
    tasks.build_result_document.call(document.pk)
    assert built == [(1, "de")]
    assert ResultDocument.objects.get().attempts == 1


def test_document_of_a_killed_worker_is_taken_up_again(run, built):
    document = ask(run)
    DBTaskResult.objects.all().delete()  # it died with its worker
    assert ResultDocument.objects.claim(document.pk)
    assert take_up_abandoned() == 0, "a worker still has it"
    ResultDocument.objects.update(started_at=ago(seconds=11))
    assert take_up_abandoned() == 1
    assert take_up_abandoned() == 0
    work()
    found = ResultDocument.objects.get()
    assert (found.state, found.attempts) == (State.READY, 2)


def test_document_whose_task_never_reached_the_queue_is_taken_up(run):
    ask(run)
    DBTaskResult.objects.all().delete()
    assert take_up_abandoned() == 0
    ResultDocument.objects.update(requested_at=ago(seconds=11))
    assert take_up_abandoned() == 1
    work()
    assert ResultDocument.objects.get().is_ready


def test_after_three_killed_attempts_it_is_given_up(run, built):
    document = ask(run)
    for _ in range(3):
        DBTaskResult.objects.all().delete()
        assert ResultDocument.objects.claim(document.pk)
        ResultDocument.objects.update(started_at=ago(seconds=11))
        take_up_abandoned()
    work()
    assert ResultDocument.objects.get().is_failed
    assert built == []


def test_failure_is_tried_three_times_then_told_and_can_be_tried_again(run, built, monkeypatch):
    attempts = []

    def fail(result: Result, language: str) -> Built:
        attempts.append(1)
        raise ValueError("broken layout")

    good = tasks.build_document
    monkeypatch.setattr(tasks, "build_document", fail)
    ask(run)
    work()
    assert len(attempts) == 3
    assert document_of(result=newest(run), language="de").is_failed
    monkeypatch.setattr(tasks, "build_document", good)
    assert ask(run).state == State.WAITING
    work()
    assert document_of(result=newest(run), language="de").is_ready


def test_run_deleted_while_its_document_is_built_leaves_nothing(run, monkeypatch):
    good = tasks.build_document

    def build(result: Result, language: str) -> Built:
        delete_run(run.stored())
        return good(result, language)

    monkeypatch.setattr(tasks, "build_document", build)
    ask(run)
    work()
    assert ResultDocument.objects.count() == 0


def test_nothing_is_queued_for_a_run_that_is_gone(run):
    result = newest(run)
    delete_run(run.stored())
    assert request_document(result=result, language="de") is None
    assert DBTaskResult.objects.count() == 0


def test_documents_nobody_fetches_are_dropped_after_a_week(run):
    ask(run)
    ask(run, "en")
    work()
    ResultDocument.objects.update(built_at=ago(days=8))
    fetched = ResultDocument.objects.get(language="en")
    ResultDocument.objects.note_fetched(fetched)
    assert drop_unused() == 1
    assert list(ResultDocument.objects.values_list("language", flat=True)) == ["en"]
    assert drop_unused() == 0


def test_fetching_is_noted_once_a_day(run, django_assert_num_queries):
    ask(run)
    work()
    ResultDocument.objects.note_fetched(ResultDocument.objects.get())
    again = ResultDocument.objects.get()
    with django_assert_num_queries(0):
        ResultDocument.objects.note_fetched(again)
