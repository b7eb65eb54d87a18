"""``digitalradar mail test|send|bounce``: the outbox for those who run the server."""

import sys
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser
from django.db import OperationalError

from digitalradar.mail.addresses import is_valid
from digitalradar.mail.models import Message
from digitalradar.mail.services.bounces import note_bounce
from digitalradar.mail.services.sending import send_everything_due, send_without_pause
from digitalradar.mail.services.trying_out import send_test_message

NO_SERVER = "There is no mail server. Set EMAIL_URL (docs/how-to/send-mail.md)."
TRY_LATER = 75  # EX_TEMPFAIL of sysexits.h: the mail server that hands us a report keeps it and tries again


class Command(BaseCommand):
    """Addresses of other people are never printed."""

    help = "Try out the mail server, send what is due, or take in a message that came back."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True, metavar="test|send|bounce")
        test = actions.add_parser("test", help="send a test message and tell what the server said")
        test.add_argument("address", metavar="ADDRESS")
        test.add_argument("--language", choices=[code for code, _name in settings.LANGUAGES], default="de")
        send = actions.add_parser("send", help="send what is due")
        send.add_argument("--now", action="store_true", help="also what waits for its next try")
        bounce = actions.add_parser("bounce", help="read a delivery report and stop writing to addresses that are gone")
        bounce.add_argument("file", metavar="FILE", help="a mail as it came in; - reads standard input")

    def handle(self, *args, action: str, **options) -> None:
        {"test": self.test, "send": self.send, "bounce": self.bounce}[action](**options)

    def test(self, *, address: str, language: str, **_options) -> None:
        """Send one message and print the server's answer; exit code 1 when it did not take it."""
        if not settings.EMAIL_CONFIGURED:
            raise CommandError(NO_SERVER)
        if not is_valid(address):
            raise CommandError("This is no e-mail address.")
        attempt = send_test_message(to=address, language=language)
        if not attempt.is_sent:
            raise CommandError(f"Not sent ({attempt.state}): {attempt.answer}")
        self.stdout.write(f"The server took the message: {attempt.answer or 'no answer, it is no mail server'}")

    def send(self, *, now: bool, **_options) -> None:
        """Send and say what is left."""
        if not settings.EMAIL_CONFIGURED:
            raise CommandError(NO_SERVER)
        sent = send_without_pause() if now else send_everything_due()
        left = Message.objects.filter(state=Message.State.WAITING).count()
        self.stdout.write(f"{sent} sent, {left} waiting")

    def bounce(self, *, file: str, **_options) -> None:
        """Take in one mail; one that says nothing to us is no error, or the mail server would answer it."""
        try:
            content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        try:
            self.stdout.write(note_bounce(content))
        except OperationalError as error:
            raise CommandError("The database cannot be used; try again later.", returncode=TRY_LATER) from error
