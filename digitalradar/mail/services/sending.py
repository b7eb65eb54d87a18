"""When messages are sent: by the worker, by the daily jobs, and at once when somebody asks."""

from django.conf import settings
from django.db import transaction

from digitalradar.core.jobs import enqueue

from ..delivery import deliver, take_up_abandoned
from ..models import Message
from ..tasks import deliver_waiting

EVERYTHING = 1_000_000


def sweep() -> int:
    """Queue the sending of what has fallen due; return how many messages a killed process had left lying."""
    abandoned = take_up_abandoned()
    if settings.EMAIL_CONFIGURED and Message.objects.due().exists():
        with transaction.atomic():
            enqueue(deliver_waiting)
    return abandoned


def send_everything_due() -> int:
    """Send what is due until nothing is left or the server cannot be used; return how many it took."""
    take_up_abandoned()
    return deliver(limit=EVERYTHING)


def send_without_pause() -> int:
    """Send as well what waits for its next try; return how many the server took."""
    Message.objects.filter(state=Message.State.WAITING).update(paused_until=None)
    return send_everything_due()
