"""Reads what mail servers send back: delivery status notifications (RFC 3464, inside a report of RFC 6522)."""

import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, Message

from .replies import is_gone, reply_from

REPORT, STATUS = "multipart/report", "message/delivery-status"
ORIGINALS = {"message/rfc822", "text/rfc822-headers", "message/rfc822-headers"}
SMTP_DIAGNOSTIC = re.compile(r"^\s*smtp\s*;\s*(\d{3})[ -]?(.*)$", re.IGNORECASE | re.DOTALL)
MESSAGE_ID = re.compile(r"<[^<>\s]+>")


@dataclass(frozen=True)
class Report:
    """What a report says: about which of our messages, whether delivery failed for good, and why in the server's words.

    ``is_gone``: the address does not exist any more, so writing to it again makes no sense.
    """

    message_id: str
    is_final: bool
    is_gone: bool
    detail: str


def read_report(content: bytes) -> Report | None:
    """Return what a delivery status notification says, None for every other kind of mail.

    Our messages have one receiver each, so the first one who was not reached decides.
    """
    mail = message_from_bytes(content, policy=policy.compat32)
    if mail.get_content_type() != REPORT:
        return None
    parts = list(mail.walk())
    blocks = [block for part in parts if part.get_content_type() == STATUS for block in _blocks(part)]
    receivers = [block for block in blocks if block["Action"]]
    message_id = next(filter(None, map(_original_id, parts)), "")
    if not receivers or not message_id:
        return None
    failed = [block for block in receivers if _word(block, "Action") == "failed"]
    block = (failed or receivers)[0]
    return Report(message_id, bool(failed), bool(failed) and _says_gone(block), _detail(block))


def _blocks(part: Message) -> list[Message]:
    payload = part.get_payload()
    return payload if isinstance(payload, list) else []


def _original_id(part: Message) -> str:
    """Return the Message-ID of the message the report is about, from the copy or the headers it brings along."""
    if part.get_content_type() not in ORIGINALS:
        return ""
    payload = part.get_payload()
    if isinstance(payload, list):
        original = payload[0] if payload else EmailMessage()
    else:
        original = message_from_bytes(part.get_payload(decode=True) or b"", policy=policy.compat32)
    found = MESSAGE_ID.search(str(original["Message-ID"] or ""))
    return found[0] if found else ""


def _says_gone(block: Message) -> bool:
    """The server's own answer says it best; the status alone is often a vague 5.0.0."""
    if is_gone(_word(block, "Status")):
        return True
    answer = SMTP_DIAGNOSTIC.match(str(block["Diagnostic-Code"] or ""))
    return bool(answer) and reply_from(int(answer[1]), answer[2]).says_address_is_gone


def _detail(block: Message) -> str:
    diagnostic = " ".join(str(block["Diagnostic-Code"] or "").split()).partition(";")[2].strip()
    return (diagnostic or _word(block, "Status"))[:500]


def _word(block: Message, name: str) -> str:
    """Return the first word of a field, which may be followed by a comment."""
    return (str(block[name] or "").split() or [""])[0].casefold()
