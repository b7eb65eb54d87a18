"""Messages go over a real connection to a mail server, once each, whatever it answers."""

from email.message import EmailMessage

import pytest

from digitalradar.mail.delivery import deliver
from digitalradar.mail.models import Message
from tests.factories.mail import queued

State = Message.State
pytestmark = pytest.mark.django_db


def words(mail: EmailMessage, kind: str) -> str:
    """Return one of the two bodies as it was before it went over the line."""
    return mail.get_body((kind,)).get_content().replace("\r\n", "\n")


def test_message_arrives_whole(smtp_sink):
    message = queued(attachments=[("termin.ics", "text/calendar", b"BEGIN:VCALENDAR\r\n")], reply_to="re@example.org")
    assert deliver() == 1
    [taken] = smtp_sink.messages
    assert (taken.sender, taken.recipient) == ("digitalradar@localhost", "leserin@example.org")
    mail = taken.email
    assert {name: mail[name] for name in ("Subject", "To", "Reply-To", "Message-ID", "Auto-Submitted")} == {
        "Subject": "Digitalradar: Testnachricht",
        "To": "leserin@example.org",
        "Reply-To": "re@example.org",
        "Message-ID": message.message_id,
        "Auto-Submitted": "auto-generated",
    }
    assert words(mail, "plain") == message.text
    assert words(mail, "html") == message.html
    assert [(part.get_filename(), part.get_content_type()) for part in mail.iter_attachments()] == [
        ("termin.ics", "text/calendar")
    ]
    message.refresh_from_db()
    assert (message.state, message.last_answer, message.attempts) == (State.SENT, "250 2.0.0 taken", 1)
    assert message.claim == ""
    assert deliver() == 0
