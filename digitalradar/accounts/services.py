"""Accounts of the back office: the first one, and a new password for any of them."""

import os
import secrets
import sys
from pathlib import Path

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from digitalradar.core.errors import DomainError

from .models import User

LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # none that is taken for another


def first_account_file() -> Path:
    """Return where the first password is kept until it is changed; readable by the owner of the process only."""
    return Path(settings.DATA_DIR) / "first-account.txt"


def create_first_account() -> str | None:
    """Make an account that may do everything, unless somebody can sign in to the back office already.

    Side effect: writes e-mail address and password to ``first_account_file()``. Returns a sentence for the screen.
    """
    if User.objects.can_sign_in().exists():
        return None
    password = new_password()
    with transaction.atomic():
        user = User.objects.filter(email__iexact=settings.FIRST_ACCOUNT_EMAIL).first()
        if user is None:
            user = User.objects.create_superuser(settings.FIRST_ACCOUNT_EMAIL, password)
        else:
            _open(user, password)
        _write_privately(first_account_file(), f"E-Mail: {user.email}\nPasswort: {password}\n")
    if sys.stdout.isatty():  # anywhere else it would end up in a log
        return f"First account: {user.email}, password: {password} (also in {first_account_file()})"
    return f"First account: {user.email}, password in {first_account_file()}"


@transaction.atomic
def reset_password(*, email: str, password: str = "") -> str:
    """Give a back-office account a new password and return it; without one given, a random one is made.

    The account is active afterwards, its sessions end, and the file of the first account is removed when it was this
    one. Raises DomainError for an unknown account, ValidationError for a weak password.
    """
    user = User.objects.filter(email__iexact=email, is_staff=True).first()
    if user is None:
        raise DomainError(f"There is no back-office account {email!r}.")
    if password:
        validate_password(password, user)
    chosen = password or new_password()
    user.is_active = True
    _open(user, chosen)
    file = first_account_file()
    if file.exists() and f"E-Mail: {user.email}\n" in file.read_text(encoding="utf-8"):
        file.unlink()
    return chosen


def new_password() -> str:
    """Return four groups of five random letters and digits, about 100 bits, easy to read out."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(5)) for _ in range(4))


def _open(user: User, password: str) -> None:
    user.set_password(password)
    user.save()


def _write_privately(file: Path, text: str) -> None:
    with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as stream:
        os.fchmod(stream.fileno(), 0o600)  # the file may have been there with other rights
        stream.write(text)
