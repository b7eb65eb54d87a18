"""A message that tries out the mail server."""

import time
from dataclasses import dataclass

from django.db import transaction

from ..delivery import deliver_one
from ..models import Message
from .queueing import queue

State = Message.State
PATIENCE = 60  # seconds; longer than a usable server takes, should a worker be faster than we are
POLL_SECONDS = 0.2


@dataclass(frozen=True)
class Attempt:
    """What came of the test: whether the server took the message, and what it said."""

    state: str
    answer: str

    @property
    def is_sent(self) -> bool:
        return self.state == State.SENT


def send_test_message(*, to: str, language: str = "de") -> Attempt:
    """Send a test message now and return what the server said. One that was not taken is not tried again."""
    with transaction.atomic():
        message = queue(kind="mail.test", to=to, language=language, template="mail/test", context={})
    deliver_one(message.pk)
    _wait_for_worker(message)
    waiting = Message.objects.filter(pk=message.pk, state=State.WAITING)
    waiting.end(State.FAILED, Message.objects.values_list("last_answer", flat=True).get(pk=message.pk))
    message.refresh_from_db()
    return Attempt(message.state, message.last_answer)


def _wait_for_worker(message: Message) -> None:
    """The message may have been taken by a worker in the same moment."""
    deadline = time.monotonic() + PATIENCE
    while Message.objects.filter(pk=message.pk, state=State.SENDING).exists() and time.monotonic() < deadline:
        time.sleep(POLL_SECONDS)
