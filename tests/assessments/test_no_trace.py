"""A deleted run leaves nothing in the database but added numbers, whoever or whatever deleted it."""

import io
import logging
from collections import Counter
from dataclasses import dataclass

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django_tasks_db.models import DBTaskResult

from digitalradar.assessments.models import Assessment, Contribution, ResultDocument, ShareLink, UsageCount
from digitalradar.assessments.queries import find_run
from digitalradar.assessments.services.contributions import set_consent
from digitalradar.assessments.services.documents import request_document
from digitalradar.assessments.services.finishing import show_result
from digitalradar.assessments.services.indicators import open_indicators
from digitalradar.assessments.services.runs import delete_run
from digitalradar.assessments.services.sharing import share_result
from digitalradar.assessments.tokens import hash_token
from tests.factories.assessments import Run, all_shipped, make_answered_run

pytestmark = pytest.mark.django_db(transaction=True)

PLACE = "Beispielort-4711"
COUNTED = UsageCount._meta.db_table
JOBS = "core_jobrun"  # when each job was done last
TASKS = DBTaskResult._meta.db_table
MARKS = {COUNTED, JOBS}

Tables = dict[str, Counter[str]]


@dataclass
class Told:
    """A run with everything that can belong to one, and what would give it away."""

    run: Run
    secrets: list[str]


def rows() -> Tables:
    """Return every row of every table of the database as text."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found[table] = Counter(_text(row) for row in cursor.fetchall())
    return found


def _text(row: tuple) -> str:
    return "|".join(
        bytes(cell).decode("latin-1") if isinstance(cell, bytes | memoryview) else str(cell) for cell in row
    )


def changed(before: Tables, after: Tables) -> set[str]:
    return {table for table in before | after if before.get(table) != after.get(table)}


def tell_everything(visitor: Client) -> Told:
    """Go through a check with everything it offers, over pages and services."""
    run = make_answered_run(sector="handel", size="10-49", role="leitung")
    visitor.post(run.url("profile"), {"size": "10-49", "sector": "handel", "place": PLACE, "role": "leitung"})
    visitor.post(run.url("save_one"), {"question": "strategie.ziel", "value": "5"})
    visitor.post(run.url("mark_done"), {"measure": "datensicherung", "done": "1"})
    _run, result = show_result(token=run.token)
    _link, shared = share_result(token=run.token, with_answers=True)
    set_consent(token=run.token, is_compared=True)
    document = request_document(result=result, language="de")
    ResultDocument.objects.claim(document.pk)
    ResultDocument.objects.keep(document.pk, content=f"%PDF {PLACE}".encode())
    linked, dii = open_indicators(token=run.token)
    for name in ("result", "calculation", "answers", "share", "data_json", "data_csv", "qr_code"):
        visitor.get(run.url(name))
    stored = run.stored()
    return Told(
        run,
        [
            run.token,
            stored.token_hash,
            shared,
            hash_token(shared),
            dii,
            linked.token_hash,
            result.digest,
            PLACE,
            PLACE.casefold(),
            '"strategie.ziel": {"value": 5}',
        ],
    )


def assert_no_trace(told: Told, before: Tables, after: Tables) -> None:
    everything = "\n".join(text for table in after.values() for text in table)
    for secret in told.secrets:
        assert secret not in everything
    assert changed(before, after) <= MARKS
    assert all(count == 1 for count in UsageCount.objects.values_list("count", flat=True))


@pytest.fixture
def before() -> Tables:
    all_shipped()
    return rows()


@pytest.fixture
def logged():
    """Collect everything that is logged while a test runs."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    loggers = [logging.getLogger(name) for name in ("", "django", "digitalradar")]
    for logger in loggers:
        logger.addHandler(handler)
    yield stream
    for logger in loggers:
        logger.removeHandler(handler)


def test_everything_that_can_belong_to_a_run_is_there_first(client, before):
    told = tell_everything(client)
    found = rows()
    everything = "\n".join(text for table in found.values() for text in table)
    stored = [secret for secret in told.secrets if secret in everything]
    secrets = {told.run.token, told.secrets[2], told.secrets[4]}  # never stored at all
    assert set(told.secrets) - set(stored) == secrets
    models = (Assessment, Contribution, ResultDocument, ShareLink, DBTaskResult)
    assert {model._meta.db_table for model in models} <= changed(before, found)


@pytest.mark.database
def test_owner_deletes_and_nothing_is_left_but_numbers(client, before, logged):
    told = tell_everything(client)
    assert client.post(told.run.url("delete")).status_code == 200
    assert "digitalradar_run" not in {name for name, cookie in client.cookies.items() if cookie.value}
    after = rows()
    # The task was queued before; it names the row of a document that is gone, and goes itself a day later.
    assert changed(before, after) <= MARKS | {TASKS}
    DBTaskResult.objects.update(finished_at="2026-01-01T00:00Z")
    call_command("run_jobs", stdout=io.StringIO())
    assert_no_trace(told, before, rows())
    assert not [secret for secret in told.secrets if secret in logged.getvalue()]


@pytest.mark.database
def test_clock_deletes_and_nothing_is_left_but_numbers(client, before, logged, after):
    told = tell_everything(client)
    after(days=800)
    DBTaskResult.objects.update(finished_at="2026-01-01T00:00Z")
    call_command("run_jobs", stdout=io.StringIO())
    assert_no_trace(told, before, rows())
    assert not [secret for secret in told.secrets if secret in logged.getvalue()]


def test_other_runs_keep_every_row(client, before):
    other = make_answered_run(place="Kreis Musterland")
    show_result(token=other.token)
    kept = rows()
    told = tell_everything(Client())
    delete_run(find_run(told.run.token))
    DBTaskResult.objects.all().delete()
    assert changed(kept, rows()) == {COUNTED}
    assert client.get(other.url("result")).status_code == 200
