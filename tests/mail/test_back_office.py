"""Staff see what goes out, what does not, and how every message looks; nothing more than they may."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from digitalradar.mail import previews
from digitalradar.mail.models import Message, Suppression
from tests.factories.mail import queued
from tests.factories.region import RegionFactory
from tests.factories.staff import EVERYTHING, staff_client

pytestmark = pytest.mark.django_db
State = Message.State

OUTBOX, SUPPRESSED, PREVIEWS = (f"/verwaltung/nachrichten/{name}/" for name in ("postausgang", "gesperrt", "vorschau"))
VIEW, RESEND = "mail.view_message", "mail.resend_message"
VIEW_SUPPRESSION, LIFT = "mail.view_suppression", "mail.lift_suppression"


@pytest.fixture
def staff():
    return staff_client(role=EVERYTHING)


def failed(**changes) -> Message:
    message = queued()
    Message.objects.filter(pk=message.pk).update(
        **{"state": State.FAILED, "finished_at": now(), "last_answer": "554 refused"} | changes
    )
    return Message.objects.get(pk=message.pk)


@pytest.mark.parametrize(
    ("method", "address", "permissions"),
    [
        ("get", OUTBOX, [VIEW]),
        ("get", "{outbox}{message}/", [VIEW]),
        ("get", "{outbox}{message}/html/", [VIEW]),
        ("post", "{outbox}{message}/senden/", [RESEND]),
        ("get", SUPPRESSED, [VIEW_SUPPRESSION]),
        ("get", "{suppressed}{suppression}/aufheben/", [LIFT]),
        ("post", "{suppressed}{suppression}/aufheben/", [LIFT]),
        ("get", PREVIEWS, [VIEW]),
        ("get", "{previews}mail.test/de/", [VIEW]),
        ("get", "{previews}mail.test/de/html/", [VIEW]),
    ],
)
def test_screens_open_with_their_permission_only(method, address, permissions):
    Suppression.objects.note("weg@example.org", "bounced", "550")
    path = address.format(
        outbox=OUTBOX,
        suppressed=SUPPRESSED,
        previews=PREVIEWS,
        message=failed().pk,
        suppression=Suppression.objects.get().pk,
    )
    everything_else = {VIEW, RESEND, VIEW_SUPPRESSION, LIFT} - set(permissions)
    refused = getattr(staff_client(*everything_else), method)(path)
    assert (refused.status_code, refused["Location"]) == (302, "/verwaltung/")
    assert Message.objects.get().state == State.FAILED
    assert Suppression.objects.exists()
    allowed = getattr(staff_client(*permissions), method)(path)
    assert allowed.status_code == 200 if method == "get" else allowed["Location"] != "/verwaltung/"


def test_menu_shows_only_what_may_be_opened():
    assert "nachrichten/postausgang" not in staff_client().get("/verwaltung/").content.decode()
    shown = staff_client(VIEW_SUPPRESSION).get("/verwaltung/").content.decode()
    assert "nachrichten/gesperrt" in shown
    assert "nachrichten/postausgang" not in shown


def test_nobody_adds_changes_or_deletes_messages_by_hand(staff):
    message = failed()
    for address in ("new/", f"edit/{message.pk}/", f"delete/{message.pk}/"):
        assert staff.get(OUTBOX + address).status_code == 404
    assert "Hinzufügen" not in staff.get(OUTBOX).content.decode()


def subjects(response) -> list[str]:
    return [message.recipient for message in response.context["object_list"]]


def test_list_is_narrowed_by_state_kind_date_and_words(staff):
    failed(recipient="weg@example.org")
    queued("da@example.org")
    Message.objects.create(
        kind="website.barrier_report", recipient="alt@example.org", message_id="<1@x>", created_at="2020-01-01T12:00Z"
    )
    assert set(subjects(staff.get(OUTBOX))) == {"weg@example.org", "da@example.org", "alt@example.org"}
    assert subjects(staff.get(OUTBOX, {"state": "failed"})) == ["weg@example.org"]
    assert subjects(staff.get(OUTBOX, {"kind": "website.barrier_report"})) == ["alt@example.org"]
    assert subjects(staff.get(OUTBOX, {"created_at_from": "2019-01-01", "created_at_to": "2020-12-31"})) == [
        "alt@example.org"
    ]
    assert subjects(staff.get(OUTBOX, {"q": "da@"})) == ["da@example.org"]


@pytest.mark.parametrize(
    "query", [{"state": "x"}, {"kind": "x"}, {"created_at_from": "x"}, {"p": "x"}, {"ordering": "x"}]
)
def test_wrong_filters_break_nothing(staff, query):
    queued()
    assert staff.get(OUTBOX, query).status_code == 200


@pytest.mark.parametrize("address", [OUTBOX, SUPPRESSED])
def test_lists_need_a_constant_number_of_queries(staff, address, django_assert_num_queries):
    """Wagtail's frame has its own; what counts is that rows bring none."""
    queued()
    Suppression.objects.note("weg@example.org", "bounced", "550")
    staff.get(address)
    with CaptureQueriesContext(connection) as with_one_row:
        staff.get(address)
    for number in range(2):
        queued()
        Suppression.objects.note(f"weg{number}@example.org", "bounced", "550")
    with django_assert_num_queries(len(with_one_row)):
        assert len(staff.get(address).context["object_list"]) == 3


def test_list_says_when_there_is_no_mail_server(staff, settings):
    assert "kein Mailserver eingerichtet" not in staff.get(OUTBOX).content.decode()
    settings.EMAIL_CONFIGURED = False
    assert "kein Mailserver eingerichtet" in staff.get(OUTBOX).content.decode()


def test_one_message_is_shown_with_everything_about_it(staff):
    RegionFactory()
    message = failed()
    content = staff.get(f"{OUTBOX}{message.pk}/").content.decode()
    for told in ("554 refused", "leserin@example.org", "Testnachricht", message.message_id[1:-1], "Auto-Submitted"):
        assert told in content
    assert f'src="{OUTBOX}{message.pk}/html/" sandbox' in content
    assert "Noch einmal senden" in content


def test_html_of_a_message_may_load_and_run_nothing(staff):
    message = failed(html="<p>Hallo</p><script>alert(1)</script>")
    response = staff.get(f"{OUTBOX}{message.pk}/html/")
    assert response.content.decode() == message.html
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert dict(part.strip().partition(" ")[::2] for part in response["Content-Security-Policy"].split(";")) == {
        "base-uri": "'none'",
        "connect-src": "'none'",
        "default-src": "'none'",
        "font-src": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'self'",
        "img-src": "'none'",
        "manifest-src": "'none'",
        "sandbox": "",
        "script-src": "'none'",
        "style-src": "'unsafe-inline'",
    }


def test_message_is_sent_again_and_the_log_says_who(staff):
    message = failed()
    response = staff.post(f"{OUTBOX}{message.pk}/senden/", follow=True)
    assert "Die Nachricht wird noch einmal gesendet." in response.content.decode()
    assert Message.objects.get().state == State.WAITING
    response = staff.post(f"{OUTBOX}{message.pk}/senden/", follow=True)
    assert "Noch einmal senden lässt sich nur, was nicht ankam." in response.content.decode()
    assert "Noch einmal gesendet" in staff.get("/verwaltung/reports/site-history/").content.decode()


def test_emptied_message_says_so(staff):
    content = staff.get(f"{OUTBOX}{failed(text='', html='', emptied_at=now()).pk}/").content.decode()
    assert "gelöscht, weil ihre Frist vorbei war" in content
    assert "<iframe" not in content


def test_message_that_cannot_be_composed_can_be_looked_at(staff):
    assert staff.get(f"{OUTBOX}{failed(subject='a' + chr(10) + 'Bcc: b').pk}/").status_code == 200


def test_suppression_is_lifted_and_the_log_says_who(staff):
    Suppression.objects.note("weg@example.org", "bounced", "550 5.1.1 unknown")
    address = f"{SUPPRESSED}{Suppression.objects.get().pk}/aufheben/"
    assert "550 5.1.1 unknown" in staff.get(address).content.decode()
    response = staff.post(address, follow=True)
    assert "An weg@example.org wird wieder geschrieben." in response.content.decode()
    assert not Suppression.objects.exists()
    assert staff.post(address).status_code == 404
    assert "Sperre der Adresse aufgehoben" in staff.get("/verwaltung/reports/site-history/").content.decode()
    assert queued("weg@example.org").state == State.WAITING


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_kind_of_message_has_a_preview_in_both_languages(staff, language):
    assert staff.get(PREVIEWS).status_code == 200
    for preview in previews.previews():
        shown = staff.get(f"{PREVIEWS}{preview.kind}/{language}/")
        assert shown.status_code == 200
        rendered = shown.context["rendered"]
        assert all((rendered.subject, rendered.text, rendered.html)), preview.kind
        framed = staff.get(f"{PREVIEWS}{preview.kind}/{language}/html/").content.decode()
        assert f'<html lang="{language}">' in framed
        for from_outside in ("<img", "<script", "<link", "url(", "@import"):
            assert from_outside not in framed, preview.kind


@pytest.mark.parametrize("address", ["unknown/de/", "mail.test/fr/", "unknown/de/html/"])
def test_unknown_preview_is_not_found(staff, address):
    assert staff.get(PREVIEWS + address).status_code == 404
