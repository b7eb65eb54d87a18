"""``digitalradar reset-password``: for somebody who cannot get into the back office."""

import sys
from getpass import getpass

from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError

from digitalradar.accounts.services import reset_password
from digitalradar.core.errors import DomainError


class Command(BaseCommand):
    """Print a random new password, or take one from the keyboard or standard input (never from the command line)."""

    help = "Give a back-office account a new password; without --ask a random one is printed."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--ask", action="store_true", help="read the password from the keyboard or standard input")

    def handle(self, *args, email: str, ask: bool, **options):
        given = _read() if ask else ""
        try:
            password = reset_password(email=email, password=given)
        except DomainError as refusal:
            raise CommandError(str(refusal)) from refusal
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from refusal
        self.stdout.write("The password is changed." if given else f"New password: {password}")


def _read() -> str:
    """Return the password typed twice, or one line of standard input. Raises CommandError when it is unusable."""
    if not sys.stdin.isatty():
        typed = sys.stdin.readline().rstrip("\n")
    elif (typed := getpass("New password: ")) != getpass("Once more: "):
        raise CommandError("The two passwords differ.")
    if not typed:
        raise CommandError("The password is empty.")
    return typed
