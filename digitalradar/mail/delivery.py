"""Takes messages out of the outbox and hands them over, each once. How and why: docs/explanation/mail.md."""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.timezone import now

from .envelope import as_email
from .models import Message, Suppression
from .models.message import MessageQuerySet
from .transport import AnswerLost, ClaimLost, OtherTransport, Refused, ServerTrouble, SmtpTransport, transport

logger = logging.getLogger(__name__)
State = Message.State

BATCH = 20  # messages per task, so that other work of the worker need not wait for all of them
CANDIDATES = 20
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
SERVER_PAUSES = (MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR)
REFUSAL_PAUSES = (MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR, 24 * HOUR)
KILLED = "The process that was sending it was killed before the message was handed over."
UNANSWERED = "The process that was sending it was killed before the mail server's answer was noted."


def deliver(limit: int = BATCH) -> int:
    """Send what is due, the oldest first, at most ``limit`` messages; return how many the server took.

    Does nothing while no mail server is set. Ends early when the server cannot be used; what is due waits then.
    """
    if not settings.EMAIL_CONFIGURED:
        return 0
    sent = 0
    with transport() as way:
        for _number in range(limit):
            taken = _claim_next()
            if taken is None:
                break
            try:
                sent += _send(way, *taken)
            except ServerTrouble as trouble:
                _hold_back(*taken, str(trouble))
                break
    return sent


def deliver_one(pk: int) -> None:
    """Send this message now, if it is due and nobody else sends it; trouble with the server is noted in its row only.

    Does nothing while no mail server is set.
    """
    if not settings.EMAIL_CONFIGURED or (taken := _claim(pk)) is None:
        return
    with transport() as way:
        try:
            _send(way, *taken)
        except ServerTrouble as trouble:
            _pause(*taken, str(trouble))


def take_up_abandoned() -> int:
    """Let messages of killed processes wait again, or mark them as unclear if they were handed over; return how many.

    Their leases have run out; a process that only was slow finds its claim gone and breaks off.
    """
    late = Message.objects.filter(state=State.SENDING, lease_until__lt=now())
    if not late.exists():
        return 0  # the usual case, and reading locks nothing
    unclear = late.filter(handed_over_at__isnull=False).end(State.UNCLEAR, UNANSWERED)
    unsent = late.filter(handed_over_at=None)
    given_up = unsent.filter(refusals__gte=len(REFUSAL_PAUSES)).end(State.FAILED, KILLED)
    return unclear + given_up + unsent.wait_again(until=None, answer=KILLED, is_refusal=True)


def _claim_next() -> tuple[Message, str] | None:
    """Take the oldest message that is due and that no other worker takes at the same time."""
    while candidates := list(
        Message.objects.due().order_by("not_before", "pk").values_list("pk", flat=True)[:CANDIDATES]
    ):
        for pk in candidates:
            if taken := _claim(pk):
                return taken
    return None


def _claim(pk: int) -> tuple[Message, str] | None:
    claim = Message.objects.claim(pk)
    return (Message.objects.prefetch_related("attachments").get(pk=pk), claim) if claim else None


def _send(way: SmtpTransport | OtherTransport, message: Message, claim: str) -> bool:
    """Send one message; tell whether the server took it. Whatever happened stands in its row afterwards."""
    held = Message.objects.filter(pk=message.pk, claim=claim)
    if suppression := Suppression.objects.filter(address=message.address).first():
        held.end(State.SUPPRESSED, suppression.detail)
        return False
    if (email := _compose(held, message)) is None:
        return False
    try:
        answer = way.send(email, message.recipient, lambda: Message.objects.note_handing_over(message.pk, claim))
    except Refused as refusal:
        _note_refusal(held, message, refusal)
    except AnswerLost as lost:
        logger.error("Nobody knows whether message %s arrived: %s", message.pk, lost)
        held.end(State.UNCLEAR, str(lost))
    except ClaimLost:
        logger.warning("Another worker has taken over message %s.", message.pk)
    else:
        held.end(State.SENT, answer)
        return True
    return False


def _compose(held: MessageQuerySet, message: Message) -> EmailMessage | None:
    """Return the message as the server gets it; one that cannot be written down must not stop the others."""
    try:
        email = as_email(message)
        email.message()
    except Exception as error:
        logger.exception("Message %s cannot be composed.", message.pk)
        held.end(State.FAILED, f"{type(error).__name__}: {error}")
        return None
    return email


def _note_refusal(held: MessageQuerySet, message: Message, refusal: Refused) -> None:
    """Wait for another try, or give up; an address that does not exist is not written to again."""
    reply = refusal.reply
    if reply.is_temporary and message.refusals < len(REFUSAL_PAUSES):
        pause = REFUSAL_PAUSES[message.refusals]
        held.wait_again(until=now() + pause, answer=str(reply), is_refusal=True)
        return
    logger.warning("Message %s was refused for good: %s", message.pk, reply)
    with transaction.atomic():
        held.end(State.FAILED, str(reply))
        if refusal.about_address and reply.says_address_is_gone:
            Suppression.objects.note(message.address, Suppression.Reason.REFUSED, str(reply))


def _hold_back(message: Message, claim: str, error: str) -> None:
    """Pause this message and everything that is due: the same server would say the same to each."""
    logger.error("The mail server cannot be used: %s", error)
    Message.objects.due().update(paused_until=_pause(message, claim, error))


def _pause(message: Message, claim: str, error: str) -> datetime:
    until = now() + SERVER_PAUSES[min(message.attempts, len(SERVER_PAUSES)) - 1]
    held = Message.objects.filter(pk=message.pk, claim=claim)
    held.wait_again(until=until, answer=error, is_refusal=False)
    return until
