"""Queue messages in the transaction of what they tell: rolled back, they were never there."""

from datetime import datetime

from django.utils.timezone import now

from digitalradar.core.jobs import enqueue
from digitalradar.core.page_cache import remember
from digitalradar.core.page_cache.following import follow

from ..models import Booking, Occurrence, Offer, WebhookDelivery, WebhookEndpoint
from ..models.booking import State
from .payloads import Payload, of_booking, of_occurrence
from .tasks import deliver_webhooks

TAG = "webhooks"
OF_OCCURRENCES = frozenset({"occurrence.published", "occurrence.moved", "occurrence.cancelled"})
FROM_LIST = frozenset({State.WAITING, State.OFFERED})
GIVEN_BACK = frozenset({State.CANCELLED, State.WITHDRAWN, State.DECLINED})


def connect() -> None:
    """Look again for endpoints when one is changed; called once at start."""
    follow(WebhookEndpoint, lambda _endpoint: [TAG])


def announce_booking(occurrence: Occurrence, offer: Offer, booking: Booking, before: str | None) -> None:
    """Tell of a booking that was in the state ``before`` (None: it is new) and is in its own now."""
    event = event_of(before, booking.state)
    if event and (endpoints := active_endpoints()):
        _queue(endpoints, event, of_booking(occurrence, offer, booking, event, booking.changed_at))


def announce_occurrence(occurrence: Occurrence, action: str, at: datetime | None = None) -> None:
    """Tell of a date, if the act is one that others want to know of."""
    if action in OF_OCCURRENCES and (endpoints := active_endpoints()):
        _queue(endpoints, action, of_occurrence(occurrence, action, at or now()))


def event_of(before: str | None, after: str) -> str:
    """Return what a change of state is called, empty when nobody is told.

    Requests that lapse were never booked; who came and who did not is the host's business.
    """
    if before == after:
        return ""
    if after == State.CONFIRMED and before != State.ATTENDED:
        return "booking.promoted" if before in FROM_LIST else "booking.confirmed"
    if after == State.WAITING:
        return "booking.waitlisted"
    if after in GIVEN_BACK or (after == State.LAPSED and before == State.OFFERED):
        return "booking.cancelled"
    return ""


@remember(TAG)
def active_endpoints() -> tuple[int, ...]:
    """Return the ids of endpoints that want messages; usually without a query."""
    return tuple(WebhookEndpoint.objects.filter(is_active=True).order_by("pk").values_list("pk", flat=True))


def _queue(endpoints: tuple[int, ...], event: str, payload: Payload) -> None:
    WebhookDelivery.objects.bulk_create(
        WebhookDelivery(endpoint_id=endpoint, event=event, payload=payload) for endpoint in endpoints
    )
    enqueue(deliver_webhooks)
