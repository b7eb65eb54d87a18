"""I-14: whoever writes letters how often and from however many processes, each person gets each of them once."""

import os
import subprocess
import sys
from collections import Counter
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils.timezone import now

from digitalradar.events.models import Booking
from digitalradar.mail.models import Message
from tests.e2e.portal import clean_environment
from tests.factories.events import book, make_occurrence, make_offer
from tests.mail.processes import database_url

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow, pytest.mark.database]
PEOPLE = 12


def start(*arguments: str) -> subprocess.Popen:
    """Start a process that writes letters on the test's database."""
    environment = clean_environment() | {
        "DATABASE_URL": database_url(),
        "DIGITALRADAR_DATA_DIR": os.fspath(settings.DATA_DIR),
        "DIGITALRADAR_ENV_FILE": "",
        "DJANGO_SETTINGS_MODULE": "digitalradar.settings.test",
    }
    command = [sys.executable, "-m", "tests.events.reminder", *arguments]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def ended(process: subprocess.Popen) -> int:
    """Wait for a process; return its exit code."""
    process.communicate(timeout=120)
    return process.returncode


@pytest.fixture
def people():
    """Twelve people with a place at a date that begins tomorrow."""
    offer = make_offer(make_occurrence(starts_at=now() + timedelta(days=1)), capacity=PEOPLE)
    for number in range(PEOPLE):
        book(offer, f"Person {number}")
    Booking.objects.update(changed_at=now() - timedelta(days=20))
    Message.objects.all().delete()


def reminders() -> Counter:
    return Counter(Message.objects.filter(kind="events.reminder").values_list("address", flat=True))


def test_two_processes_remind_each_person_once(people):
    processes = [start(), start()]
    assert [ended(process) for process in processes] == [0, 0]
    assert sorted(reminders().values()) == [1] * PEOPLE


def test_killed_process_neither_loses_nor_doubles_a_letter(people):
    process = start("5")
    assert process.stdout.readline() == "reached\n"
    process.kill()
    process.communicate()
    assert sum(reminders().values()) == 4, "the fifth was not committed"
    assert ended(start()) == 0
    assert sorted(reminders().values()) == [1] * PEOPLE
