"""Asking for the PDF of a guide: waiting, taking, moving, refusing."""

from datetime import timedelta

import pytest
from django.utils.timezone import now
from django_tasks_db.models import DBTaskResult
from wagtail.models import PageViewRestriction

from digitalradar.core.built_documents import Built, State
from digitalradar.core.jobs.loop import JobLoop
from digitalradar.knowledge.models import GuideIndexPage, GuidePage
from digitalradar.takeaway import tasks
from digitalradar.takeaway.models import PageDocument
from digitalradar.takeaway.services.documents import drop_unused, request_document, take_up_abandoned
from tests.assessments.together import together
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.django_db
FILE = b"%PDF-1.7 test"
PDF, CHECKLIST = "/leitfaeden/pruefen/pdf/", "/leitfaeden/pruefen/checkliste/"


@pytest.fixture(autouse=True)
def built(monkeypatch) -> list[tuple[str, str]]:
    """Build in no time, and note each time."""
    seen: list[tuple[str, str]] = []

    def build(page: GuidePage, kind: str) -> Built:
        from digitalradar.takeaway.documents import document_digest

        seen.append((page.identifier, kind))
        return Built(FILE, 3, document_digest(page, kind))

    monkeypatch.setattr(tasks, "build_document", build)
    return seen


def work() -> None:
    """Build everything that waits, as a worker does."""
    for document in PageDocument.objects.filter(state=State.WAITING):
        tasks.build_page_document.call(document.pk)


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_first_reader_waits_and_later_ones_do_not(client, shelves, built):
    make_guide()
    answer = client.get(PDF)
    assert (answer.status_code, answer.url) == (302, f"{PDF}warten/")
    waiting = client.get(answer.url)
    assert "Das PDF wird erstellt." in text(waiting)
    assert 'data-document="on-its-way"' in text(waiting)
    assert waiting["X-Robots-Tag"] == "noindex"
    assert client.get(PDF).status_code == 302
    work()
    assert "Das PDF ist fertig</b> (3 Seiten, 1 kB)." in text(client.get(f"{PDF}warten/"))
    file = client.get(PDF)
    assert (file.status_code, file.content, file["Content-Type"]) == (200, FILE, "application/pdf")
    assert file["Content-Disposition"] == 'inline; filename="pruefen.pdf"'
    assert "no-cache" in file["Cache-Control"]
    assert client.get(PDF, headers={"if-none-match": file["ETag"]}).status_code == 304
    assert built == [("pruefen", "whole")]


def test_checklist_has_a_document_of_its_own(client, shelves, built):
    make_guide()
    client.get(CHECKLIST)
    work()
    file = client.get(CHECKLIST)
    assert file["Content-Disposition"] == 'inline; filename="checkliste-pruefen.pdf"'
    assert built == [("pruefen", "checklist")]


def test_published_change_calls_the_document_back(client, shelves, built):
    page = make_guide()
    client.get(PDF)
    work()
    page.promise = "Sie prüfen etwas anderes."
    page.save_revision().publish()
    assert client.get(PDF).url == f"{PDF}warten/"
    work()
    assert client.get(PDF).status_code == 200
    assert built == [("pruefen", "whole")] * 2


def test_draft_does_not_touch_the_document(client, shelves, built):
    page = make_guide()
    client.get(PDF)
    work()
    page.promise = "Noch nicht veröffentlicht."
    page.save_revision()
    assert client.get(PDF).status_code == 200


def test_renamed_guide_is_found_under_its_old_address(client, shelves):
    from wagtail.contrib.redirects.models import Redirect

    page = make_guide()
    Redirect.objects.create(old_path="/leitfaeden/alt", redirect_page=page)
    answer = client.get("/leitfaeden/alt/pdf/")
    assert (answer.status_code, answer.url) == (302, PDF)


@pytest.mark.parametrize(
    "address",
    [
        "/leitfaeden/gibt-es-nicht/pdf/",
        "/leitfaeden/pdf/",
        "/leitfaeden/checkliste/warten/",
        "/pdf/pdf/",
        "/leitfaeden/pruefen/pdf/pdf/",
        "/en/leitfaeden/pruefen/pdf/",
        "/leitfaeden/%00/pdf/",
    ],
)
def test_what_is_no_guide_has_no_document(client, shelves, address):
    make_guide()
    assert client.get(address).status_code in {400, 404}
    assert PageDocument.objects.count() == 0


def test_unpublished_and_private_guides_have_no_document(client, shelves):
    page = make_guide()
    page.unpublish()
    assert client.get(PDF).status_code == 404
    page.save_revision().publish()
    shelf = GuideIndexPage.objects.get(locale__language_code="de")
    PageViewRestriction.objects.create(page=shelf, restriction_type="login")
    assert client.get(PDF).status_code == 404
    assert client.get(f"{PDF}warten/").status_code == 404


def test_failure_is_told_and_tried_again_later(client, shelves):
    page = make_guide()
    PageDocument.objects.create(page=page, kind="whole", state=State.FAILED, attempts=3)
    assert "Das PDF ließ sich nicht erstellen." in text(client.get(f"{PDF}warten/"))
    PageDocument.objects.update(requested_at=now() - timedelta(minutes=11))
    assert "Das PDF wird erstellt." in text(client.get(f"{PDF}warten/"))


def test_document_goes_with_its_page_and_when_nobody_wants_it(shelves):
    page = make_guide()
    request_document(page, "whole")
    work()
    PageDocument.objects.update(built_at=now() - timedelta(days=8), fetched_at=now() - timedelta(days=6))
    assert drop_unused() == 0
    PageDocument.objects.update(fetched_at=now() - timedelta(days=8))
    assert drop_unused() == 1
    request_document(page, "whole")
    page.delete()
    assert PageDocument.objects.count() == 0


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_work_that_was_left_lying_is_taken_up(emptied_shelves, built):
    request_document(make_guide(), "whole")
    DBTaskResult.objects.all().delete()
    PageDocument.objects.update(requested_at=now() - timedelta(minutes=1))
    assert take_up_abandoned() == 1
    JobLoop().work()
    assert built == [("pruefen", "whole")]


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_many_readers_at_once_cause_one_building(emptied_shelves, built):
    page = make_guide()
    documents = together(*[lambda: request_document(page, "whole").pk] * 6)
    assert len(set(documents)) == 1
    assert DBTaskResult.objects.count() == 1
    JobLoop().work()
    page.promise = "Anders."
    page.save_revision().publish()
    together(*[lambda: request_document(page, "whole").pk] * 6)
    assert DBTaskResult.objects.count() == 2
    JobLoop().work()
    assert built == [("pruefen", "whole")] * 2
    assert PageDocument.objects.get().state == State.READY
