"""Messages go in two steps: first what they say, later that they were sent."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.timezone import now

from ..models import Attachment, Message, Suppression

DAYS_PER_MONTH = 30.4375


def text_limit() -> datetime:
    """Return the moment before which ended messages lose their text: ``MESSAGE_TEXT_DAYS`` ago."""
    return now() - timedelta(days=settings.MESSAGE_TEXT_DAYS)


def row_lifetime() -> timedelta:
    """Return how long it is remembered that a message existed: ``MESSAGE_MONTHS``."""
    return timedelta(days=settings.MESSAGE_MONTHS * DAYS_PER_MONTH)


@transaction.atomic
def empty_old_messages() -> int:
    """Delete text, HTML and attachments of messages that ended ``MESSAGE_TEXT_DAYS`` ago; return how many."""
    old = Message.objects.filter(finished_at__lt=text_limit(), emptied_at=None)
    Attachment.objects.filter(message__in=old).delete()
    return old.update(text="", html="", emptied_at=now())


def delete_old_messages() -> int:
    """Delete ended messages after ``MESSAGE_MONTHS``, and as old suppressions of addresses; return how many."""
    limit = now() - row_lifetime()
    messages = Message.objects.filter(finished_at__lt=limit)
    count = messages.count()
    messages.delete()
    return count + Suppression.objects.filter(created_at__lt=limit).delete()[0]
