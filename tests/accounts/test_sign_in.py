"""Guessing passwords of the back office is slowed down, and leaves no trace of a person."""

import logging

import pytest
from django.core.cache import cache
from django.urls import reverse

from digitalradar.accounts.models import User

pytestmark = pytest.mark.django_db
PASSWORD = "ein langes Passwort"


@pytest.fixture(autouse=True)
def guarded(settings):
    settings.AXES_ENABLED = True
    settings.AXES_FAILURE_LIMIT = 3
    User.objects.create_superuser("redaktion@example.org", PASSWORD)


def sign_in(client, password: str, email: str = "redaktion@example.org"):
    return client.post(reverse("wagtailadmin_login"), {"username": email, "password": password})


def test_right_password_opens_the_back_office(client):
    assert sign_in(client, PASSWORD).status_code == 302


def test_too_many_wrong_passwords_are_answered_by_the_page_for_it(client):
    for _ in range(3):
        answer = sign_in(client, "falsch")
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) == 900
    assert "zu viele Versuche" in answer.content.decode()
    assert sign_in(client, PASSWORD).status_code == 429


def test_another_spelling_of_the_address_gives_no_further_tries(client):
    for email in ("redaktion@example.org", "Redaktion@example.org", " REDAKTION@example.org"):
        answer = sign_in(client, "falsch", email)
    assert answer.status_code == 429


def test_failed_sign_ins_are_not_linked_to_a_person(client, caplog):
    caplog.set_level(logging.DEBUG)
    sign_in(client, "falsch")
    for trace in (caplog.text, " ".join(map(str, cache._cache.values())), " ".join(cache._cache)):
        assert "127.0.0.1" not in trace
        assert "redaktion@example.org" not in trace
