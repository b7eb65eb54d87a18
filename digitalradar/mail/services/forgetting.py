"""What the outbox lets go of when somebody is erased; nobody has to wait for the clocks of :mod:`tidying`."""

from django.db import transaction
from django.utils.timezone import now

from ..models import Attachment, Message


@transaction.atomic
def forget_messages(*, to: str, about: str) -> int:
    """Withdraw what has not been handed over to the mail server, and empty what has; return how many messages.

    Meant are those to the address ``to`` whose ``dedupe_key`` holds ``about``, such as the uid of a registration. Of an
    emptied message its kind, its subject and its times remain.
    """
    meant = Message.objects.about(about, to=to)
    count = meant.count()
    # A worker that is just sending one finds its claim gone right before it would hand over, and breaks off.
    meant.filter(handed_over_at=None, finished_at=None).delete()
    Attachment.objects.filter(message__in=meant).delete()
    meant.filter(emptied_at=None).update(text="", html="", emptied_at=now())
    meant.update(recipient="", address="", last_answer="")
    return count
