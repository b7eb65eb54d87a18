"""Mails that arrive at the mail server of a portal, and where their links lead."""

import re

from tests.smtp_sink import Sink

LINK = re.compile(r"https?://\S+/termine/anmeldung/[A-Za-z0-9_-]{24}/(?=\s)")


def newest(sink: Sink, person: str, subject: str) -> str:
    """Wait for a mail to a person whose subject holds this word and return its text."""

    def fitting() -> list:
        own = [message for message in sink.messages if message.recipient == person]
        return [message for message in own if subject in str(message.email["Subject"])]

    sink.wait_for(lambda: bool(fitting()))
    return fitting()[-1].email.get_body(("plain",)).get_content()


def path_in(text: str) -> str:
    """Return the path of the private link to a registration."""
    link = LINK.search(text)
    assert link, text
    return re.sub(r"^https?://[^/]+", "", link.group())
