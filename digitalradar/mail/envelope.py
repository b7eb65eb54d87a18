"""Turns a row of the outbox into what a mail server gets."""

from email.charset import QP, Charset
from email.utils import format_datetime, formataddr, parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils.timezone import localtime
from django.utils.translation import override

from digitalradar.core.letterhead import letterhead

from .models import Message

# Seven bits and short lines, so that no server on the way has to rewrite the message.
UTF_8 = Charset("utf-8")
UTF_8.body_encoding = QP


def as_email(message: Message) -> EmailMultiAlternatives:
    """Return the message with its headers, its text, its HTML and its attachments; the same one on every try."""
    email = EmailMultiAlternatives(
        subject=message.subject,
        body=message.text,
        from_email=_sender(message.language),
        to=[message.recipient],
        reply_to=[message.reply_to] if message.reply_to else None,
        headers={
            "Message-ID": message.message_id,
            "Date": format_datetime(localtime(message.created_at)),
            "Content-Language": message.language,
            "Auto-Submitted": "auto-generated",  # RFC 3834: nobody's out-of-office note has to answer
        },
    )
    email.encoding = UTF_8
    if message.html:
        email.attach_alternative(message.html, "text/html")
    for attachment in message.attachments.all():
        email.attach(attachment.name, bytes(attachment.content), attachment.content_type)
    return email


def _sender(language: str) -> str:
    """The address of the settings; without a name of its own it gets the region's."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    with override(language):
        return formataddr((name or f"Digitalradar {letterhead().name}".strip(), address), UTF_8)
