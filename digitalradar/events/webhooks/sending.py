"""Send queued messages, try again what failed, give up in the end.

Of two workers only one claims a message: the update that counts the try finds it due only once. The claim is the time
of the next try, so a worker that is killed in between loses nothing; the receiver may then get it twice, with the same
delivery id.
"""

import json
import time
from datetime import datetime, timedelta

from django.db.models import F, QuerySet
from django.utils.timezone import now

from digitalradar.core.jobs import enqueue

from ..models import WebhookDelivery
from .posting import NotAllowed, post
from .signing import DELIVERY, EVENT, SIGNATURE, TIMESTAMP, signature

State = WebhookDelivery.State
BATCH = 20
LEASE = timedelta(minutes=2)
WAITS = [timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360, 1440)]
"""How long a message waits after its first, second ... failure; after one more it is given up."""

KEPT_DAYS = 30
ANSWER_LENGTH = 200
GONE = 410  # RFC 9110, section 15.5.11: the receiver wants nothing any more


def deliver(limit: int = BATCH) -> int:
    """Send up to ``limit`` messages that are due, the oldest first; return how many arrived."""
    return sum(_deliver_one(pk) for pk in list(due().values_list("pk", flat=True)[:limit]))


def due(at: datetime | None = None) -> QuerySet[WebhookDelivery]:
    """Return the messages whose time has come."""
    return WebhookDelivery.objects.filter(state=State.WAITING, next_try_at__lte=at or now()).order_by(
        "created_at", "pk"
    )


def sweep() -> int:
    """Queue a task for what waits for its next try; return 0, for waiting is part of the plan."""
    from .tasks import deliver_webhooks

    if due().exists():
        enqueue(deliver_webhooks)
    return 0


def delete_old() -> int:
    """Delete messages that came to their end ``KEPT_DAYS`` ago; return how many."""
    limit = now() - timedelta(days=KEPT_DAYS)
    return WebhookDelivery.objects.exclude(state=State.WAITING).filter(created_at__lt=limit).delete()[0]


def body_of(delivery: WebhookDelivery) -> bytes:
    """Return the message as it goes over the line, the same bytes on every try."""
    told = {"id": str(delivery.uid), **delivery.payload}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _deliver_one(pk: int) -> bool:
    if not due().filter(pk=pk).update(tries=F("tries") + 1, next_try_at=now() + LEASE):
        return False
    delivery = WebhookDelivery.objects.select_related("endpoint").get(pk=pk)
    status, answer = _send(delivery)
    arrived = 200 <= status < 300
    _note(delivery, State.SENT if arrived else _state_after_failure(delivery, status), answer)
    return arrived


def _send(delivery: WebhookDelivery) -> tuple[int, str]:
    """Return the status of the answer, 0 when there was none, and what to write down."""
    if not delivery.endpoint.is_active:
        return GONE, "The endpoint was switched off."
    body, timestamp = body_of(delivery), int(time.time())
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Digitalradar",
        DELIVERY: str(delivery.uid),
        EVENT: delivery.event,
        TIMESTAMP: str(timestamp),
        SIGNATURE: signature(delivery.endpoint.secret, timestamp, body),
    }
    try:
        status = post(delivery.endpoint.url, body, headers)
    except NotAllowed as reason:
        return GONE, str(reason)
    except OSError as error:
        return 0, f"{type(error).__name__}: {error}"
    return status, str(status)


def _state_after_failure(delivery: WebhookDelivery, status: int) -> str:
    return State.FAILED if status == GONE or delivery.tries > len(WAITS) else State.WAITING


def _note(delivery: WebhookDelivery, state: str, answer: str) -> None:
    found = {"state": state, "answer": answer[:ANSWER_LENGTH]}
    if state == State.WAITING:
        found["next_try_at"] = now() + WAITS[delivery.tries - 1]
    WebhookDelivery.objects.filter(pk=delivery.pk, tries=delivery.tries).update(**found)
