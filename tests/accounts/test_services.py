"""The first account, and new passwords."""

import stat
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from digitalradar.accounts import services
from digitalradar.accounts.models import User
from digitalradar.core.errors import DomainError

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def data_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path


def password_in(file) -> str:
    return file.read_text().split("Passwort: ")[1].strip()


def test_first_account_can_do_everything_and_its_password_is_kept_privately(client, settings):
    services.create_first_account()
    file = services.first_account_file()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    user = User.objects.get()
    assert (user.email, user.is_superuser, user.is_staff) == (settings.FIRST_ACCOUNT_EMAIL, True, True)
    assert client.login(username=user.email, password=password_in(file))


@pytest.mark.parametrize("is_terminal", [True, False])
def test_first_password_is_shown_to_people_and_kept_out_of_logs(monkeypatch, is_terminal):
    monkeypatch.setattr("sys.stdout.isatty", lambda: is_terminal)
    said = services.create_first_account()
    assert (password_in(services.first_account_file()) in said) is is_terminal


def test_first_account_is_made_only_where_nobody_can_sign_in():
    User.objects.create_superuser("redaktion@example.org", "ein langes Passwort")
    assert services.create_first_account() is None
    assert User.objects.count() == 1
    assert not services.first_account_file().exists()


@pytest.mark.parametrize("barred", [{"is_staff": False}, {"is_active": False}])
def test_people_who_cannot_sign_in_to_the_back_office_do_not_count(barred):
    User.objects.create_user("betrieb@example.org", "ein langes Passwort", **({"is_staff": True} | barred))
    assert services.create_first_account()


def test_account_without_password_does_not_count():
    User.objects.create_superuser("redaktion@example.org")
    assert services.create_first_account()


def test_reset_gives_a_new_password_and_removes_the_note_of_the_first(client):
    services.create_first_account()
    user = User.objects.get()
    old = password_in(services.first_account_file())
    new = services.reset_password(email=user.email.upper())
    assert not client.login(username=user.email, password=old)
    assert client.login(username=user.email, password=new)
    assert not services.first_account_file().exists()


def test_reset_wakes_a_barred_account_and_ends_its_sessions(client):
    user = User.objects.create_superuser("redaktion@example.org", "ein langes Passwort")
    client.force_login(user)
    User.objects.update(is_active=False)
    services.reset_password(email=user.email, password="ein anderes Passwort")
    assert client.login(username=user.email, password="ein anderes Passwort")
    client.logout()


def test_reset_refuses_accounts_without_back_office():
    User.objects.create_user("betrieb@example.org", "ein langes Passwort")
    with pytest.raises(DomainError, match="no back-office account"):
        services.reset_password(email="betrieb@example.org")


def test_reset_refuses_a_weak_password():
    user = User.objects.create_superuser("redaktion@example.org", "ein langes Passwort")
    with pytest.raises(ValidationError):
        services.reset_password(email=user.email, password="12345678")
    user.refresh_from_db()
    assert user.check_password("ein langes Passwort")


def test_passwords_are_random_and_strong():
    made = {services.new_password() for _ in range(100)}
    assert len(made) == 100
    assert {len(password) for password in made} == {23}


def test_command_prints_the_new_password(client):
    User.objects.create_superuser("redaktion@example.org", "ein langes Passwort")
    out = StringIO()
    call_command("reset_password", "redaktion@example.org", stdout=out)
    assert client.login(username="redaktion@example.org", password=out.getvalue().split(": ")[1].strip())


def test_command_reads_a_password_from_standard_input(client, monkeypatch):
    User.objects.create_superuser("redaktion@example.org", "ein langes Passwort")
    monkeypatch.setattr("sys.stdin", StringIO("noch ein Passwort\n"))
    out = StringIO()
    call_command("reset_password", "redaktion@example.org", ask=True, stdout=out)
    assert client.login(username="redaktion@example.org", password="noch ein Passwort")
    assert "noch ein Passwort" not in out.getvalue()


@pytest.mark.parametrize(("email", "typed"), [("nobody@example.org", "noch ein Passwort\n"), ("", "\n")])
def test_command_refuses_in_one_sentence(monkeypatch, email, typed):
    User.objects.create_superuser("redaktion@example.org", "ein langes Passwort")
    monkeypatch.setattr("sys.stdin", StringIO(typed))
    with pytest.raises(CommandError):
        call_command("reset_password", email or "redaktion@example.org", ask=True)
