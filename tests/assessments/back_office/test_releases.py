"""Staff see what a release would change and make it; nobody sees fewer than ten firms."""

from datetime import UTC, datetime

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils.timezone import now
from wagtail.models import ModelLogEntry

from digitalradar.assessments.back_office.releases import next_due
from digitalradar.assessments.models import BenchmarkCell, BenchmarkRelease, Contribution
from tests.assessments.views.page import Page
from tests.factories import benchmark
from tests.factories.staff import EVERYTHING, GROUP, NOTHING, staff_client

pytestmark = pytest.mark.django_db

QUERIES = 16
INDEX, CONFIRM = "/verwaltung/checks/vergleichswerte/", "/verwaltung/checks/vergleichswerte/freigeben/"


@pytest.fixture
def staff(db):
    return staff_client(role=EVERYTHING)


def contribute(count: int, **key: str) -> None:
    """Let so many firms of one group contribute a value in one dimension and overall."""
    benchmark.contribute(count, values={"overall": 40, "daten": 50}, **key)


def test_without_contributions_the_screen_says_so(staff):
    text = Page(staff.get(INDEX)).text
    assert "noch nie" in text
    assert "sobald jemand zum Vergleich beigetragen hat" in text
    assert "Es gibt noch keine Gruppe mit mindestens 10 Betrieben." in text


def test_preview_names_groups_in_words_and_writes_nothing(staff):
    contribute(12, size="10-49", sector="handel")
    answer = staff.get(INDEX)
    rows = {(row.dimension, row.group): (row.n, row.action) for row in answer.context["rows"]}
    assert rows[("Gesamtwert", "alle Betriebe")] == (12, "wird neu gezeigt")
    assert rows[("Daten und KI", "10 bis 49 Personen")][0] == 12
    assert any(group == "Handel, 10 bis 49 Personen" for _dimension, group in rows)
    assert not BenchmarkRelease.objects.exists()
    assert not BenchmarkCell.objects.exists()


@pytest.mark.parametrize("count", [1, 9])
def test_no_number_below_ten_is_shown(staff, count):
    contribute(count, size="10-49")
    answer = staff.get(INDEX)
    assert answer.context["rows"] == []
    assert answer.context["totals"] == [("wird neu gezeigt", 0), ("bleibt wie bisher", 0), ("wird nicht gezeigt", 0)]


def test_group_that_lost_firms_is_told_without_its_number(staff):
    contribute(12)
    staff.post(CONFIRM)
    for row in Contribution.objects.order_by("pk")[:6]:
        row.run.delete()
    rows = staff.get(INDEX).context["rows"]
    assert {(row.n, row.action) for row in rows} == {(None, "wird nicht gezeigt")}
    assert "unter 10" in Page(staff.get(INDEX)).text


def test_release_is_asked_for_then_made_and_logged(staff):
    contribute(12)
    assert "Eine Freigabe lässt sich nicht zurücknehmen." in Page(staff.get(CONFIRM)).text
    assert not BenchmarkRelease.objects.exists()
    answer = staff.post(CONFIRM, follow=True)
    made = BenchmarkRelease.objects.get()
    assert "Freigabe 1 ist gemacht; 2 Vergleichswerte sind neu." in Page(answer).text
    assert BenchmarkCell.objects.filter(n=12).count() == 2
    assert ModelLogEntry.objects.get(action="assessments.comparison.released").object_id == str(made.pk)
    assert "1 vom" in Page(staff.get(INDEX)).text


def test_release_by_hand_keeps_the_rule_of_five_changes(staff):
    contribute(12)
    staff.post(CONFIRM)
    contribute(1)
    staff.post(CONFIRM)
    assert set(BenchmarkCell.objects.values_list("n", flat=True)) == {12}


def test_release_that_is_under_way_is_not_begun_again(staff):
    BenchmarkRelease.objects.create(number=1, started_at=now())
    answer = staff.post(CONFIRM)
    (message,) = get_messages(answer.wsgi_request)
    assert "Gerade läuft schon eine Freigabe." in str(message)
    assert BenchmarkRelease.objects.count() == 1


def test_example_data_is_no_part_of_it(staff):
    benchmark.contribute(12, is_example=True)
    BenchmarkRelease.objects.create(number=1, started_at=now(), finished_at=now(), is_example=True)
    context = staff.get(INDEX).context
    assert (context["rows"], context["releases"], context["last"]) == ([], [], None)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, 4),
        ({"familie": "main"}, 4),
        ({"thema": "daten"}, 2),
        ({"was": "publish"}, 4),
        ({"was": "hide"}, 0),
        ({"familie": "<script>", "thema": "x", "was": "delete", "p": "-1"}, 4),
        ({"p": "99"}, 4),
    ],
)
def test_preview_is_filtered_and_nonsense_is_left_aside(staff, query, expected):
    contribute(10, size="10-49")
    answer = staff.get(INDEX, query)
    assert len(answer.context["rows"]) == expected
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize("count", [10, 30])
def test_screen_needs_a_constant_number_of_queries(staff, count, django_assert_num_queries):
    contribute(count, size="10-49")
    staff.get(INDEX)
    with django_assert_num_queries(QUERIES):
        staff.get(INDEX)


@pytest.mark.parametrize(
    ("released", "due"),
    [
        (datetime(2026, 11, 21, 12, tzinfo=UTC), "2026-12-01"),
        (datetime(2026, 12, 31, 12, tzinfo=UTC), "2027-01-01"),
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), "2027-02-01"),  # in Berlin already January
        (None, None),
    ],
)
def test_next_release_falls_due_on_the_first_of_the_next_month(released, due):
    if released:
        BenchmarkRelease.objects.create(number=1, started_at=released, finished_at=released)
    found = next_due()
    assert (found.date().isoformat() if found else None) == due


@pytest.mark.parametrize(("role", "allowed"), [(EVERYTHING, True), (GROUP, True), (NOTHING, False)])
@pytest.mark.parametrize(("address", "method"), [(INDEX, "get"), (CONFIRM, "get"), (CONFIRM, "post")])
def test_only_who_may_release_sees_and_does_it(role, allowed, address, method):
    contribute(10)
    answer = getattr(staff_client(role=role), method)(address)
    assert (answer.status_code == 302 and answer["Location"] == reverse("wagtailadmin_home")) is not allowed
    assert BenchmarkRelease.objects.exists() is (allowed and method == "post")
