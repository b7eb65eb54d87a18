"""Workers are killed in the middle of sending: nothing is sent twice, and nothing is lost without being told."""

import random
import time
from collections import Counter
from datetime import timedelta

import pytest
from django.utils.timezone import now

from digitalradar.mail.delivery import deliver, take_up_abandoned
from digitalradar.mail.models import Message
from tests.factories.mail import queued
from tests.mail.processes import worker
from tests.smtp_sink import HANG, Sink

State = Message.State
PATIENCE = 40  # seconds
MESSAGES = 50
KILLS = 5

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow, pytest.mark.database]


def wait_for_line(process) -> None:
    assert process.stdout.readline() == "reached\n"


def leases_run_out() -> None:
    Message.objects.filter(state=State.SENDING).update(lease_until=now() - timedelta(seconds=1))


def after_the_kill(sink: Sink) -> tuple[str, int]:
    """Let the next worker do what it can; return the message's state and how often the server took it."""
    sink.rules.clear()
    deliver()
    assert Message.objects.get().state == State.SENDING, "not before the lease of the killed one has run out"
    leases_run_out()
    take_up_abandoned()
    deliver()
    deliver()
    return Message.objects.get().state, len(sink.messages)


@pytest.mark.parametrize("step", ["CONNECT", "RCPT", "DATA"])
def test_killed_while_the_server_has_nothing_yet(smtp_sink, step):
    smtp_sink.rules[step] = HANG
    queued()
    with worker(smtp_sink) as process:
        smtp_sink.wait_for(lambda: step in smtp_sink.reached, PATIENCE)
        process.kill()
        process.wait()
    assert after_the_kill(smtp_sink) == (State.SENT, 1)


@pytest.mark.parametrize(
    ("point", "taken_before", "state", "taken"),
    [
        ("before-mark", 0, State.SENT, 1),
        ("after-mark", 0, State.UNCLEAR, 0),
        ("after-answer", 1, State.UNCLEAR, 1),
    ],
)
def test_killed_around_the_point_of_no_return(smtp_sink, point, taken_before, state, taken):
    queued()
    with worker(smtp_sink, point) as process:
        wait_for_line(process)
        process.kill()
        process.wait()
    assert len(smtp_sink.messages) == taken_before
    assert after_the_kill(smtp_sink) == (state, taken)


@pytest.mark.parametrize("is_taken", [True, False])
def test_killed_while_the_server_thinks_about_its_answer(smtp_sink, is_taken):
    smtp_sink.keep_even_if_dropped = is_taken
    smtp_sink.rules["END"] = HANG
    queued()
    with worker(smtp_sink) as process:
        smtp_sink.wait_for(lambda: "END" in smtp_sink.reached, PATIENCE)
        process.kill()
        process.wait()
    assert after_the_kill(smtp_sink) == (State.UNCLEAR, int(is_taken))


def test_two_workers_deliver_each_message_once(smtp_sink):
    smtp_sink.rules["END"] = lambda _recipient: time.sleep(0.01)
    with worker(smtp_sink), worker(smtp_sink):
        for number in range(MESSAGES):
            queued(f"leserin{number}@example.org")
        smtp_sink.wait_for(lambda: len(smtp_sink.messages) >= MESSAGES, PATIENCE)
        wait_until_ended()
    assert Counter(taken.recipient for taken in smtp_sink.messages) == Counter(
        f"leserin{number}@example.org" for number in range(MESSAGES)
    )
    assert set(Message.objects.values_list("state", flat=True)) == {State.SENT}


def test_workers_killed_again_and_again_send_nothing_twice_and_lose_nothing_silently(smtp_sink):
    chance = random.Random(20261121)
    smtp_sink.rules["END"] = lambda _recipient: time.sleep(0.02)
    for number in range(MESSAGES):
        queued(f"leserin{number}@example.org")
    for _kill in range(KILLS):
        before = len(smtp_sink.messages)
        with worker(smtp_sink) as process:
            smtp_sink.wait_for(lambda before=before: len(smtp_sink.messages) > before, PATIENCE)
            time.sleep(chance.uniform(0, 0.15))
            process.kill()
            process.wait()
        leases_run_out()
    with worker(smtp_sink):
        wait_until_ended()

    taken = Counter(taken.email["Message-ID"] for taken in smtp_sink.messages)
    assert set(taken.values()) == {1}
    states = dict(Message.objects.values_list("message_id", "state"))
    assert set(states.values()) <= {State.SENT, State.UNCLEAR}
    assert [message_id for message_id, state in states.items() if state == State.SENT and not taken[message_id]] == []
    assert sum(state == State.UNCLEAR for state in states.values()) <= KILLS


def wait_until_ended() -> None:
    deadline = time.monotonic() + PATIENCE
    while Message.objects.exclude(state__in=[State.SENT, State.UNCLEAR]).exists():
        assert time.monotonic() < deadline, "Some messages never came to an end."
        time.sleep(0.1)
