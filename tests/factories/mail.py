"""Puts messages into the outbox."""

from typing import Any

from digitalradar.mail.models import Message
from digitalradar.mail.services import queue


def queued(to: str = "leserin@example.org", **changes: Any) -> Message:
    """Return a message that waits for being sent."""
    fields = {"kind": "mail.test", "language": "de", "template": "mail/test", "context": {}} | changes
    return queue(to=to, **fields)
