"""What a message that comes back undelivered changes."""

from enum import StrEnum

from django.db import transaction
from django.utils.timezone import now

from ..delivery_reports import read_report
from ..models import Message, Suppression

State = Message.State


class Outcome(StrEnum):
    """What was made of a mail that came back; the values are sentences for operators."""

    NO_REPORT = "This is no delivery report; nothing was changed."
    UNKNOWN = "The report is about no message of this outbox; nothing was changed."
    DELAYED = "The report says that delivery is still being tried; nothing was changed."
    FAILED = "The message is marked as undeliverable. The address is kept: the next message may arrive."
    SUPPRESSED = "The message is marked as undeliverable, and its address is not written to any more."


@transaction.atomic
def note_bounce(content: bytes) -> Outcome:
    """Read a mail that came back and note what it says.

    Believed is only a report that names the Message-ID of a message we sent: it is random, so nobody who has not seen
    the message can have an address suppressed.
    """
    report = read_report(content)
    if report is None:
        return Outcome.NO_REPORT
    message = Message.objects.select_for_update().filter(message_id=report.message_id).first()
    if message is None or message.handed_over_at is None:
        return Outcome.UNKNOWN
    if not report.is_final:
        return Outcome.DELAYED
    is_forgotten = not message.address  # somebody who was erased since: the report would name them again
    Message.objects.filter(pk=message.pk, state__in=[State.SENT, State.UNCLEAR]).update(
        state=State.FAILED, last_answer="" if is_forgotten else report.detail, finished_at=now()
    )
    if is_forgotten or not report.is_gone:
        return Outcome.FAILED
    Suppression.objects.note(message.address, Suppression.Reason.BOUNCED, report.detail)
    return Outcome.SUPPRESSED
