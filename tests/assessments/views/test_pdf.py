"""The page on which one asks for the PDF, waits for it and takes it."""

import pytest
from django.test import Client
from django.utils.timezone import localtime, now

from digitalradar.assessments.models import ResultDocument
from tests.assessments.views.page import Page
from tests.factories.assessments import Run, make_answered_run, make_run

pytestmark = pytest.mark.django_db

State = ResultDocument.State
FILE = b"%PDF-1.7 a file"


@pytest.fixture
def run() -> Run:
    made = make_answered_run(value=2, size="10-49")
    Client().post(made.url("result"))
    return made


def ready(run: Run, **fields) -> ResultDocument:
    """Put a built document in place of what the worker would make."""
    given = {"state": State.READY, "content": FILE, "pages": 14, "size": 312_400, "built_at": now()} | fields
    return ResultDocument.objects.create(result=run.stored().results.first(), language="de", **given)


def test_result_page_offers_the_pdf(client, run):
    page = client.get(run.url("result")).content.decode()
    assert f'<form method="post" action="{run.url("pdf")}">' in page
    assert "Ergebnis als PDF" in page


def test_asking_leads_to_a_page_that_waits(client, run):
    answer = client.post(run.url("pdf"))
    assert (answer.status_code, answer.url) == (302, run.url("pdf"))
    waiting = client.get(run.url("pdf"))
    assert "Ihr PDF wird erstellt." in Page(waiting).text
    assert "Nachsehen, ob es fertig ist" in Page(waiting).text
    assert 'data-document="on-its-way"' in waiting.content.decode()


def test_long_wait_is_told(client, run):
    client.post(run.url("pdf"))
    ResultDocument.objects.update(requested_at="2026-01-01T00:00Z")
    assert "Das dauert gerade länger als sonst." in Page(client.get(run.url("pdf"))).text


def test_ready_document_is_told_with_pages_and_size_and_taken(client, run):
    ready(run)
    assert "Ihr PDF ist fertig (14 Seiten, 312 kB)." in Page(client.get(run.url("pdf"))).text
    answer = client.get(run.url("pdf_file"))
    assert answer.content == FILE
    assert answer["Content-Type"] == "application/pdf"
    today = f"{localtime():%Y-%m-%d}"
    assert answer["Content-Disposition"] == f'attachment; filename="digital-check-{today}.pdf"'
    assert ResultDocument.objects.get().fetched_at is not None


def test_file_stays_out_of_caches_search_engines_and_referrers(client, run):
    ready(run)
    answer = client.get(run.url("pdf_file"))
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_asking_for_a_ready_document_leads_straight_to_the_file(client, run, monkeypatch):
    monkeypatch.setattr("digitalradar.assessments.services.documents.document_digest", lambda *_: "same")
    ready(run, digest="same")
    assert client.post(run.url("pdf")).url == run.url("pdf_file")


def test_failure_is_told_and_can_be_tried_again(client, run):
    ResultDocument.objects.create(result=run.stored().results.first(), language="de", state=State.FAILED, attempts=3)
    page = Page(client.get(run.url("pdf"))).text
    assert "Das PDF ließ sich nicht erstellen." in page
    assert "Noch einmal versuchen" in page
    client.post(run.url("pdf"))
    assert ResultDocument.objects.get().state == State.WAITING


@pytest.mark.parametrize("state", [State.WAITING, State.RUNNING, State.FAILED])
def test_file_that_is_not_ready_leads_back(client, run, state):
    ResultDocument.objects.create(result=run.stored().results.first(), language="de", state=state)
    assert client.get(run.url("pdf_file")).url == run.url("pdf")


def test_document_of_an_older_result_is_not_given_out(client, run):
    ready(run)
    client.post(run.url("save_one"), {"question": "strategie.ziel", "value": "5"})
    client.post(run.url("result"))
    assert client.get(run.url("pdf_file")).url == run.url("pdf")
    assert "PDF erstellen" in Page(client.get(run.url("pdf"))).text


@pytest.mark.parametrize("name", ["pdf", "pdf_file"])
def test_without_a_result_there_is_no_document(client, name):
    run = make_run()
    assert client.get(run.url(name)).url == run.url("finish")
    assert client.post(run.url("pdf")).url == run.url("finish")
    assert ResultDocument.objects.count() == 0


def test_english_page_asks_for_the_english_document(client, run):
    client.post(run.url("pdf", language="en"))
    assert ResultDocument.objects.get().language == "en"


def test_document_of_somebody_else_is_not_found(client, run):
    ready(run)
    other = run.url("pdf_file").replace(run.token, "A" * 24)
    assert client.get(other).status_code == 404


def test_too_many_requests_are_refused(client, run, settings):
    settings.RATE_LIMITS = True
    statuses = [client.post(run.url("pdf")).status_code for _ in range(31)]
    assert statuses == [302] * 30 + [429]


def test_page_needs_few_queries_whatever_the_state(client, run, django_assert_max_num_queries):
    client.get(run.url("pdf"))
    with django_assert_max_num_queries(8):
        client.get(run.url("pdf"))
    ready(run)
    with django_assert_max_num_queries(8) as seen:
        client.get(run.url("pdf"))
    assert not any('"content"' in query["sql"] for query in seen.captured_queries)
