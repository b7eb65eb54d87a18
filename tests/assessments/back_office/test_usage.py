"""The screen „Nutzung der Checks“ and its downloads: the same figures for those who may see them."""

import csv
import io
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from digitalradar.accounts.models import User
from digitalradar.assessments.models import Assessment
from digitalradar.assessments.services.runs import delete_run
from tests.assessments.views.page import Page
from tests.factories.assessments import all_shipped, make_run

pytestmark = pytest.mark.django_db

YEAR = {"check": "digital-check", "von": "2026-01", "bis": "2026-09"}


@pytest.fixture
def staff(db, monkeypatch) -> Client:
    """Somebody with the permission, on 10 November 2026."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 10, 12, tzinfo=UTC))
    return signed_in("view_usagecount")


def signed_in(*permissions: str) -> Client:
    user = User.objects.create_user("redaktion@example.org", is_staff=True)
    group = Group.objects.create(name="Auswertung")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", *permissions]))
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    return client


def runs(number: int, at: str, *, minutes: int | None = None, catalogue: str = "digital-check", **profile) -> None:
    """Make runs that began at a time (UTC), with a result after so many minutes."""
    created_at = datetime.fromisoformat(at).replace(tzinfo=UTC)
    finished_at = None if minutes is None else created_at + timedelta(minutes=minutes)
    for _ in range(number):
        run = make_run(catalogue, **profile).row
        Assessment.objects.filter(pk=run.pk).update(created_at=created_at, finished_at=finished_at)


def tables(response) -> dict[str, list[list]]:
    """Return label and cells of every row by the id of the table."""
    found = response.context["page"].tables
    return {table.id: [[row.label, *row.cells] for row in table.rows] for table in found}


def show(client: Client, **query):
    return client.get(reverse("check_usage:index"), YEAR | query)


def test_screen_tells_totals_and_breakdowns(staff):
    all_shipped()
    runs(12, "2026-01-10T09:00", minutes=14, size="1-9", sector="handwerk", role="leitung")
    runs(7, "2026-02-10T09:00", size="10-49", sector="handel")
    runs(2, "2026-03-10T09:00", minutes=200, size="50-249")
    response = show(staff)
    text = response.content.decode()
    assert "21 Durchläufe begonnen" in text
    assert "14 davon mit Ergebnis, das sind 67" in text
    assert "dauert es in der Mitte 14 Minuten (1. Quartal 2026 bis 3. Quartal 2026)" in text
    found = tables(response)
    assert found["monate"][:4] == [
        ["Januar 2026", 12, 12, "100 %"],
        ["Februar 2026", 7, 0, "0 %"],
        ["März 2026", 2, 2, "100 %"],
        ["April 2026", 0, 0, "–"],
    ]
    assert found["size"] == [
        ["1 bis 9 Personen", 12],
        ["10 bis 49 Personen", "nicht ausgewiesen"],
        ["50 bis 249 Personen", "nicht ausgewiesen"],
        ["250 und mehr Personen", "nicht ausgewiesen"],
        ["unter 5 oder ohne Angabe", 9],
    ]
    assert found["stopped-at"][0] == ["vor der ersten Antwort", 7]
    assert found["stopped-at"][1] == ["Strategie und Führung", 0]
    assert found["begun-as"][0] == ["ohne Vorgänger", 21]


def test_group_hidden_in_one_quarter_is_a_lower_bound(staff):
    runs(12, "2026-01-10T09:00", size="1-9")
    runs(7, "2026-02-10T09:00", size="10-49")
    runs(2, "2026-03-10T09:00", size="50-249")
    runs(8, "2026-04-10T09:00", size="1-9")
    runs(6, "2026-05-10T09:00", size="10-49")
    runs(3, "2026-05-10T09:00", size="50-249")
    runs(4, "2026-06-10T09:00")
    assert tables(show(staff))["size"] == [
        ["1 bis 9 Personen", 20],
        ["10 bis 49 Personen", "mindestens 6"],
        ["50 bis 249 Personen", "nicht ausgewiesen"],
        ["250 und mehr Personen", "nicht ausgewiesen"],
        ["unter 5 oder ohne Angabe", 16],
    ]


@pytest.mark.parametrize(
    ("von", "bis", "quarters"),
    [
        ("2026-01", "2026-09", "1. Quartal 2026 bis 3. Quartal 2026"),
        ("2026-02", "2026-08", "2. Quartal 2026"),
        ("2026-07", "2026-11", "3. Quartal 2026"),
        ("2026-10", "2026-11", ""),
        ("2026-02", "2026-03", ""),
    ],
)
def test_only_whole_quarters_that_are_over_are_broken_down(staff, von, bis, quarters):
    runs(6, "2026-01-01T09:00", size="1-9")
    response = show(staff, von=von, bis=bis)
    assert response.context["page"].quarters == quarters
    assert ("size" in tables(response)) is bool(quarters)
    assert ("sobald der Zeitraum ein ganzes Quartal enthält" in response.content.decode()) is not bool(quarters)


def test_one_more_month_never_changes_a_breakdown(staff):
    """The firm that came in October cannot be found by asking with and without October."""
    runs(6, "2026-07-01T09:00", size="1-9")
    runs(1, "2026-10-05T09:00", size="250+")
    without, with_it = (tables(show(staff, von="2026-07", bis=bis)) for bis in ("2026-09", "2026-10"))
    assert without.pop("monate") != with_it.pop("monate")
    assert without == with_it


def test_deleted_runs_stay_in_the_figures(staff):
    runs(6, "2026-07-01T09:00", minutes=9, size="1-9", sector="handel")
    runs(5, "2026-08-01T09:00", size="10-49")
    before = tables(show(staff, von="2026-07"))
    for run in Assessment.objects.all():
        delete_run(run)
    assert tables(show(staff, von="2026-07")) == before


def test_downloads_hold_exactly_what_the_screen_shows(staff):
    runs(12, "2026-01-10T09:00", minutes=14, size="1-9", sector="handwerk")
    runs(7, "2026-02-10T09:00", size="10-49")
    response = show(staff)
    shown = tables(response)
    links = {link.rpartition("/")[2] for link in re.findall(r'href="([^"]*tabelle\.[^"]*)"', response.content.decode())}
    assert links == {
        f"tabelle.{ending}?check=digital-check&amp;von=2026-01&amp;bis=2026-09" for ending in ("csv", "xlsx")
    }

    file = staff.get(reverse("check_usage:table_csv"), YEAR)
    assert file["Content-Disposition"] == 'attachment; filename="nutzung-digital-check-2026-01-2026-09.csv"'
    lines = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig")), delimiter=";"))
    for rows in shown.values():
        assert [str(cell) for cell in rows[-1]] in lines
    assert ["19 Durchläufe begonnen"] in lines
    cells = {cell for line in lines for cell in line}
    assert all(str(cell) in cells for rows in shown.values() for row in rows for cell in row)

    file = staff.get(reverse("check_usage:table_xlsx"), YEAR)
    book = load_workbook(io.BytesIO(file.content))
    for sheet, rows in zip(book.worksheets, shown.values(), strict=True):
        stored = [[cell for cell in line if cell is not None] for line in sheet.iter_rows(values_only=True)]
        assert stored[-len(rows) :] == rows
        assert ["Nutzung der Checks: Digital-Check"] in stored


WRONG = [
    {"check": "gibt-es-nicht"},
    {"von": "2026-13"},
    {"bis": "morgen"},
    {"von": "1999-01"},
    {"von": "2026-09", "bis": "2026-01"},
    {"check": "\x00"},
]


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("name", ["index", "table_csv", "table_xlsx"])
def test_wrong_input_is_answered_by_the_form(staff, wrong, name):
    runs(1, "2026-01-10T09:00")
    response = staff.get(reverse(f"check_usage:{name}"), YEAR | wrong)
    assert response.status_code in {200, 400}
    if response.status_code == 200:
        assert response.context["page"] is None
        assert "error-message" in response.content.decode()


def test_first_visit_shows_the_main_check_and_the_last_twelve_months(staff):
    all_shipped()
    runs(1, "2024-01-10T09:00")
    response = staff.get(reverse("check_usage:index"))
    months = [label for label, *_cells in tables(response)["monate"]]
    assert (months[0], months[-1], len(months)) == ("Dezember 2025", "November 2026", 12)
    assert Page(response).chosen["check"] == "digital-check"


def test_empty_portal_has_a_screen_too(staff):
    response = staff.get(reverse("check_usage:index"))
    assert response.status_code == 200


def test_catalogue_that_is_gone_can_still_be_looked_at(staff):
    runs(5, "2026-01-10T09:00", catalogue="ki-check")
    for run in Assessment.objects.select_related("catalogue_version"):
        delete_run(run)
        run.catalogue_version.is_active = False
        run.catalogue_version.save()
    assert tables(show(staff, check="ki-check"))["monate"][0][1] == 5


@pytest.mark.parametrize("number", [1, 20])
def test_screen_needs_constant_queries(staff, number, django_assert_num_queries):
    runs(number, "2026-01-10T09:00", size="1-9")
    show(staff)
    with django_assert_num_queries(18):
        show(staff)


@pytest.mark.parametrize("name", ["index", "table_csv", "table_xlsx"])
def test_only_those_with_the_permission_may_see_figures(name):
    address = reverse(f"check_usage:{name}")
    assert Client().get(address).status_code == 302
    editor = signed_in()
    assert editor.get(address).status_code == 302
    page = editor.get("/verwaltung/").content.decode()
    assert reverse("check_usage:index") not in page
    assert "Nutzung der Checks ansehen" in page
