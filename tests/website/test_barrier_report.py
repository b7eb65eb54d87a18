"""Readers report a barrier; the region answers."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import now

from digitalradar.accounts.models import User
from digitalradar.mail.models import Message
from digitalradar.website.models import BarrierReport
from digitalradar.website.services import delete_old_reports, report_barrier
from tests.factories.region import RegionFactory

ADDRESS = "/barrierefreiheit/melden/"
REPORT = {"problem": "Das Netz wird nicht vorgelesen.", "page": "/check/", "email": "leserin@example.org"}

pytestmark = pytest.mark.django_db


def test_report_is_kept_together_with_the_message_about_it(client):
    RegionFactory(report_email="barrieren@example.org")
    response = client.post(ADDRESS, REPORT)
    assert response.status_code == 302
    assert list(BarrierReport.objects.values("problem", "page", "email")) == [REPORT]
    message = Message.objects.get()
    assert (message.kind, message.recipient, message.reply_to, message.state) == (
        "website.barrier_report",
        "barrieren@example.org",
        "leserin@example.org",
        "waiting",
    )
    assert (REPORT["problem"] in message.text, REPORT["problem"] in message.html) == (True, True)
    assert "angekommen" in client.get(response["Location"]).content.decode()


def test_report_needs_only_the_problem_and_no_region(client):
    assert client.post(ADDRESS, {"problem": "Zu kleine Schrift."}).status_code == 302
    assert BarrierReport.objects.count() == 1
    assert not Message.objects.exists()


def test_report_without_address_says_so_in_the_message():
    RegionFactory(report_email="barrieren@example.org")
    report_barrier(problem="<b>Zu kleine</b> Schrift & mehr.")
    message = Message.objects.get()
    assert "<b>Zu kleine</b> Schrift & mehr.\n\nSeite: nicht angegeben\nAntwort an: keine Adresse" in message.text
    assert "&lt;b&gt;Zu kleine&lt;/b&gt; Schrift &amp; mehr." in message.html


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"problem": ""}, "Beschreiben Sie bitte kurz"),
        ({"problem": "   "}, "Beschreiben Sie bitte kurz"),
        ({"problem": "x" * 10_000}, "Das sind 10000 Zeichen."),
        ({"page": "x" * 301}, "höchstens 300 Zeichen"),
        ({"email": "leserin@"}, "Das ist keine vollständige E-Mail-Adresse."),
        ({"email": "a@example.org\nBcc: b@example.org"}, "Das ist keine vollständige E-Mail-Adresse."),
    ],
)
def test_wrong_input_gets_a_sentence_and_is_kept_in_the_form(client, changes, sentence):
    response = client.post(ADDRESS, REPORT | changes)
    content = response.content.decode()
    assert response.status_code == 400
    assert sentence in content
    assert 'role="alert"' in content
    assert REPORT["problem"] in content or "problem" in changes
    assert not BarrierReport.objects.exists()


def test_html_and_sql_in_a_report_stay_text(client):
    nasty = "<script>alert(1)</script>'; DROP TABLE website_barrierreport; --"
    client.post(ADDRESS, {"problem": nasty})
    assert BarrierReport.objects.get().problem == nasty
    client.force_login(User.objects.create_superuser("redaktion@example.org", "ein langes Passwort"))
    listing = client.get(reverse(BarrierReport.snippet_viewset.get_url_name("list"))).content.decode()
    assert "<script>alert(1)" not in listing
    assert "&lt;script&gt;alert(1)" in listing


def test_form_remembers_where_the_reader_comes_from(client):
    content = client.get(ADDRESS, {"seite": '/check/"><script>'}).content.decode()
    assert 'value="/check/&quot;&gt;&lt;script&gt;"' in content


def test_form_is_english_below_en_and_protected(client):
    assert client.get(f"/en{ADDRESS}").status_code == 200
    strict = type(client)(enforce_csrf_checks=True)
    assert strict.post(ADDRESS, REPORT).status_code == 403
    assert not BarrierReport.objects.exists()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_form_refuses_other_methods(client, method):
    assert getattr(client, method)(ADDRESS).status_code == 405


def test_reports_are_limited(client, settings):
    settings.RATE_LIMITS = True
    answers = [client.post(ADDRESS, {"problem": "Zu kleine Schrift."}).status_code for _ in range(11)]
    assert answers == [302] * 10 + [429]
    assert BarrierReport.objects.count() == 10


def test_back_office_marks_a_report_as_answered_and_takes_it_back(client):
    client.force_login(User.objects.create_superuser("redaktion@example.org", "ein langes Passwort"))
    report = report_barrier(**REPORT)
    viewset = BarrierReport.snippet_viewset
    address = reverse(viewset.get_url_name("edit"), args=[report.pk])
    assert REPORT["problem"] in client.get(address).content.decode()
    client.post(address, {"is_answered": "on", "note": "Behoben.", "problem": "Anders"})
    report.refresh_from_db()
    assert report.is_answered
    assert (report.note, report.problem) == ("Behoben.", REPORT["problem"])
    client.post(address, {"note": "Doch nicht."})
    report.refresh_from_db()
    assert not report.is_answered
    assert client.get(reverse(viewset.get_url_name("add"))).status_code == 302


def test_old_reports_go_a_year_after_their_answer():
    kept = [
        report_barrier(problem="offen"),
        BarrierReport.objects.create(problem="neu", answered_at=now() - timedelta(days=360)),
    ]
    BarrierReport.objects.filter(pk=kept[0].pk).update(created_at=now() - timedelta(days=900))
    BarrierReport.objects.create(problem="alt", answered_at=now() - timedelta(days=370))
    assert delete_old_reports() == 1
    assert set(BarrierReport.objects.all()) == set(kept)
