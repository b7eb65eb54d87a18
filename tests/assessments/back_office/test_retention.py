"""The overview of what is stored counts rows, names clocks and says whether the deletion runs."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.utils.timezone import now

from digitalradar.assessments.models import Assessment, StartText
from digitalradar.assessments.services.finishing import show_result
from digitalradar.assessments.services.staff_group import APPS, NAME, add_staff_group
from digitalradar.core import due_work, retention
from digitalradar.core.models import Installation, JobRun
from digitalradar.core.publishing import publish_planned
from tests.assessments.views.page import Page
from tests.factories.assessments import make_answered_run, shipped
from tests.factories.staff import EVERYTHING, GROUP, staff_client

pytestmark = pytest.mark.django_db

ADDRESS, HOME = "/verwaltung/checks/aufbewahrung/", "/verwaltung/"


@pytest.fixture
def staff(db):
    return staff_client(role=EVERYTHING)


def figures(staff) -> dict[str, retention.Figures]:
    return {str(row["kind"].name): row["figures"] for row in staff.get(ADDRESS).context["kinds"]}


def expire_in(run, **duration: float) -> None:
    Assessment.objects.filter(pk=run.row.pk).update(expires_at=now() + timedelta(**duration))


def test_runs_are_counted_with_the_oldest_and_those_falling_due(staff):
    soon, later, finished = make_answered_run(), make_answered_run(), make_answered_run()
    show_result(token=finished.token)
    expire_in(soon, days=29)
    expire_in(later, days=31)
    told = figures(staff)
    begun, ended = told["Angefangene Checks"], told["Abgeschlossene Checks"]
    assert (begun.count, begun.due, begun.oldest) == (2, 1, soon.row.created_at)
    assert (ended.count, ended.due, ended.oldest) == (1, 0, finished.row.created_at)
    assert told["Ergebnisse"].count == 1


def test_nothing_stored_is_told_as_nothing(staff):
    stored = {name for name, told in figures(staff).items() if told.count}
    assert stored == {"Anmeldungen der Redaktion"}  # the one that is looking


def test_clocks_come_from_the_settings(staff, settings):
    settings.OPEN_RUN_DAYS, settings.FINISHED_RUN_MONTHS = 33, 7
    text = Page(staff.get(ADDRESS)).text
    assert "33 Tage nach dem letzten Besuch" in text
    assert "7 Monate nach dem letzten Besuch" in text
    assert "Zahlen je Monat, ohne Bezug zu einem Betrieb" in text


@pytest.mark.parametrize("count", [1, 3])
def test_screen_needs_a_constant_number_of_queries(staff, count, django_assert_num_queries):
    for _number in range(count):
        show_result(token=make_answered_run().token)
        JobRun.objects.create(name=f"job {_number}", finished_at=now())
    staff.get(ADDRESS)
    # Frame, one per kind (answers two), jobs and installation.
    with django_assert_num_queries(8 + len(retention.kinds()) + 3):
        staff.get(ADDRESS)


def test_jobs_are_told_with_their_last_run(staff, monkeypatch):
    monkeypatch.setattr(due_work, "_jobs", {})
    due_work.register("good", lambda: 4)
    due_work.register("bad", lambda: 0)
    due_work.register("new", lambda: 0)
    call_command("run_jobs")
    JobRun.objects.filter(name="bad").update(failed_at=now() + timedelta(seconds=1))
    JobRun.objects.filter(name="new").delete()
    page = Page(staff.get(ADDRESS)).text
    assert "gescheitert, siehe Protokoll des Servers" in page
    assert "noch nie erledigt" in page
    JobRun.objects.filter(name="good").update(finished_at=now() - timedelta(days=3))
    assert "überfällig: bitte den täglichen Aufruf prüfen" in Page(staff.get(ADDRESS)).text


def test_first_page_of_the_back_office_says_what_is_in_use_and_what_waits(staff, monkeypatch):
    monkeypatch.setattr(due_work, "_jobs", {})
    due_work.register("good", lambda: 0)
    shipped()
    text = Page(staff.get(HOME)).text
    assert "digital-check 2026.1" in text
    assert "Vergleichswerte sind noch nicht freigegeben." in text
    assert "1 fällige Arbeit ist nicht erledigt." in text
    Installation.objects.create(id=1, digest="x", version="1")
    assert "Keine Arbeit ist überfällig." in Page(staff.get(HOME)).text


def test_first_page_shows_nobody_what_is_not_theirs():
    assert "Checks im Überblick" not in staff_client().get(HOME).content.decode()
    assert "Checks im Überblick" in staff_client(role=GROUP).get(HOME).content.decode()


def test_staff_group_is_added_once_with_all_its_permissions_and_then_left_alone():
    assert "Redaktion Checks" in add_staff_group()
    group = Group.objects.get(name=NAME)
    assert group.permissions.count() == sum(map(len, APPS.values()))
    group.permissions.clear()
    assert add_staff_group() is None
    assert not group.permissions.exists()


@pytest.mark.parametrize(("hours", "is_live"), [(-1, True), (1, False)])
def test_planned_publication_is_made_when_its_time_has_come(hours, is_live):
    text = StartText.objects.create(lead="Alt", live=False)
    text.lead, text.go_live_at = "Neu", now() + timedelta(hours=1)
    revision = text.save_revision()
    revision.publish()
    assert not StartText.objects.get().live
    revision.refresh_from_db()
    revision.approved_go_live_at = now() + timedelta(hours=hours)
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()
    assert publish_planned() == int(is_live)
    assert StartText.objects.get().live is is_live


def test_text_that_is_planned_to_end_is_taken_down():
    text = StartText.objects.create(lead="Neu", expire_at=now() - timedelta(hours=1))
    publish_planned()
    text.refresh_from_db()
    assert not text.live
