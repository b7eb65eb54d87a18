"""Messages are emptied and forgotten in time; doctor, worker and daily jobs keep the outbox moving."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils.timezone import now
from django_tasks_db.models import DBTaskResult

from digitalradar.core import retention
from digitalradar.core.checkup import Level
from digitalradar.core.jobs.loop import JobLoop
from digitalradar.mail.checkup import check_outbox
from digitalradar.mail.models import Attachment, Message, Suppression
from digitalradar.mail.services.sending import sweep
from digitalradar.mail.services.tidying import delete_old_messages, empty_old_messages
from tests.factories.mail import queued

State = Message.State
pytestmark = pytest.mark.django_db


def ended(days: float, state: str = State.SENT) -> Message:
    """Return a message with an attachment that ended so many days ago."""
    message = queued(attachments=[("a.ics", "text/calendar", b"X")])
    moment = now() - timedelta(days=days)
    Message.objects.filter(pk=message.pk).update(state=state, finished_at=moment, handed_over_at=moment)
    return message


def test_text_goes_after_thirty_days_and_the_row_after_a_year():
    waiting = queued()
    Message.objects.update(created_at=now() - timedelta(days=500))
    young, middle, failed, old = ended(29), ended(31), ended(31, State.FAILED), ended(366)
    assert empty_old_messages() == 3
    assert empty_old_messages() == 0
    kept = {message.pk for message in Message.objects.exclude(text="").exclude(html="")}
    assert kept == {waiting.pk, young.pk}
    assert set(Attachment.objects.values_list("message", flat=True)) == {young.pk}
    assert Message.objects.get(pk=middle.pk).is_emptied
    assert delete_old_messages() == 1
    assert {message.pk for message in Message.objects.all()} == {waiting.pk, young.pk, middle.pk, failed.pk}
    assert old.pk not in {message.pk for message in Message.objects.all()}


def test_clocks_follow_the_settings(settings):
    settings.MESSAGE_TEXT_DAYS, settings.MESSAGE_MONTHS = 5, 2
    ended(6), ended(62)
    assert (empty_old_messages(), delete_old_messages()) == (2, 1)
    told = {str(kind.name): kind.clock() for kind in retention.kinds()}
    assert told["Nachrichten (E-Mail)"] == "Text und Anlagen 5 Tage nach dem Senden, der Eintrag 2 Monate"
    assert told["Gesperrte E-Mail-Adressen"] == "bis die Sperre aufgehoben wird, höchstens 2 Monate"


def test_suppression_ends_after_a_year():
    Suppression.objects.note("alt@example.org", "bounced", "")
    Suppression.objects.update(created_at=now() - timedelta(days=366))
    Suppression.objects.note("neu@example.org", "bounced", "")
    assert delete_old_messages() == 1
    assert Suppression.objects.get().address == "neu@example.org"


def test_daily_jobs_send_what_waits(smtp_sink, capsys):
    for number in range(22):
        queued(f"leserin{number}@example.org")
    call_command("run_jobs")
    assert "messages sent: 22" in capsys.readouterr().out
    assert len(smtp_sink.messages) == 22


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_worker_sends_what_is_queued_and_what_falls_due(smtp_sink):
    queued()
    later = queued("spaeter@example.org", not_before=now() + timedelta(hours=1))
    loop = JobLoop()
    loop.work()
    assert [taken.recipient for taken in smtp_sink.messages] == ["leserin@example.org"]
    assert sweep() == 0
    assert not DBTaskResult.objects.filter(status="READY").exists()
    Message.objects.filter(pk=later.pk).update(not_before=now())
    sweep()
    loop.work()
    assert [taken.recipient for taken in smtp_sink.messages] == ["leserin@example.org", "spaeter@example.org"]


@pytest.mark.django_db(transaction=True)
def test_sweep_queues_nothing_while_no_server_is_set(settings):
    queued()
    DBTaskResult.objects.all().delete()
    settings.EMAIL_CONFIGURED = False
    assert sweep() == 0
    assert not DBTaskResult.objects.exists()


def findings() -> list[tuple[str, str]]:
    return [(finding.level, finding.text) for finding in check_outbox()]


def test_doctor_tells_what_waits_and_why(settings):
    assert findings() == [(Level.OK, "No message waits.")]
    queued()
    assert findings() == [(Level.OK, "1 messages wait for their next try.")]
    Message.objects.update(not_before=now() - timedelta(hours=2))
    [(level, text)] = findings()
    assert level == Level.WARNING
    assert text.startswith("1 messages wait, the oldest since 20")
    settings.EMAIL_CONFIGURED = False
    assert findings() == [
        (Level.WARNING, "1 messages wait because there is no mail server. Set EMAIL_URL; they are sent then.")
    ]


def test_doctor_tells_what_needs_a_decision():
    ended(1, State.UNCLEAR), ended(1, State.FAILED), ended(8, State.FAILED)
    assert [text.partition(".")[0] for _level, text in findings()] == [
        "No message waits",
        "1 messages may or may not have arrived",
        "1 messages could not be delivered in the last 7 days",
    ]
