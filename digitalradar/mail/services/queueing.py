"""Put a message into the outbox."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from email.utils import parseaddr
from typing import Any, NamedTuple
from uuid import uuid4

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.timezone import now

from digitalradar.core.jobs import enqueue

from ..addresses import is_valid, normalise
from ..models import Attachment, Message, Suppression
from ..rendering import Rendered, render
from ..tasks import deliver_waiting

State = Message.State
LONGEST_INPUT = 320  # characters of what somebody typed as an address; a real one is shorter
NO_ADDRESS = "This is no e-mail address that a mail server could be given."


class File(NamedTuple):
    """An attachment: its name, its media type and its bytes."""

    name: str
    content_type: str
    content: bytes


def queue(
    *,
    kind: str,
    to: str,
    language: str,
    template: str,
    context: Mapping[str, Any],
    dedupe_key: str = "",
    attachments: Iterable[File | tuple[str, str, bytes]] = (),
    reply_to: str = "",
    not_before: datetime | None = None,
) -> Message | None:
    """Render a message in ``language`` and keep it for sending; None when ``dedupe_key`` was queued before.

    It belongs to the caller's transaction: rolled back, it was never there; nothing is sent before the commit.
    ``kind`` names the reason with a dot (``knowledge.review_due``), ``template`` the three files that
    :func:`rendering.render` takes. A suppressed address or one that is none raises nothing: the message is kept with
    a state that says so, and not sent.
    """
    if dedupe_key and Message.objects.filter(dedupe_key=dedupe_key).exists():
        return None
    address = normalise(to)
    state, answer = _first_state(to, address)
    fields = {
        "kind": kind,
        "recipient": to.strip()[:LONGEST_INPUT],
        "address": address[:LONGEST_INPUT],
        "language": language,
        "reply_to": reply_to if is_valid(reply_to) else "",
        **_texts(render(template, context, language)),
        "message_id": new_message_id(),
        "not_before": not_before or now(),
        "state": state,
        "last_answer": answer,
        "finished_at": None if state == State.WAITING else now(),
    }
    try:
        with transaction.atomic():
            message = Message.objects.create(dedupe_key=dedupe_key or None, **fields)
            _attach(message, attachments)
            if state == State.WAITING and settings.EMAIL_CONFIGURED and message.not_before <= now():
                enqueue(deliver_waiting)
    except IntegrityError:  # the database decides who was first
        if dedupe_key and Message.objects.filter(dedupe_key=dedupe_key).exists():
            return None
        raise
    return message


def new_message_id() -> str:
    """Return a Message-ID in the sender's domain. It never changes, so a receiver recognises a second copy."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return f"<{uuid4().hex}@{normalise(domain)}>"


def _attach(message: Message, files: Iterable[File | tuple[str, str, bytes]]) -> None:
    rows = [Attachment(message=message, name=name, content_type=kind, content=content) for name, kind, content in files]
    if rows:
        Attachment.objects.bulk_create(rows)


def _first_state(to: str, address: str) -> tuple[str, str]:
    if not is_valid(to.strip()):
        return State.FAILED, NO_ADDRESS
    if suppression := Suppression.objects.filter(address=address).first():
        return State.SUPPRESSED, suppression.detail
    return State.WAITING, ""


def _texts(rendered: Rendered) -> dict[str, str]:
    return {"subject": rendered.subject, "text": rendered.text, "html": rendered.html}
