"""What the check-up says about the outbox."""

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.db.models import Count, Min, Q
from django.utils.timezone import now

from digitalradar.core.checkup import Finding, ok, warning

from .models import Message

State = Message.State
PATIENCE = timedelta(hours=1)
LATELY = timedelta(days=7)


def check_outbox() -> Iterator[Finding]:
    """Tell what waits, since when and why, and what needs somebody's decision."""
    told = Message.objects.aggregate(
        waiting=Count("pk", filter=Q(state=State.WAITING)),
        oldest=Min("not_before", filter=Q(state=State.WAITING)),
        unclear=Count("pk", filter=Q(state=State.UNCLEAR)),
        failed=Count("pk", filter=Q(state=State.FAILED, finished_at__gt=now() - LATELY)),
    )
    yield from _waiting(told["waiting"], told["oldest"])
    if told["unclear"]:
        yield warning(
            f"{told['unclear']} messages may or may not have arrived. "
            "Look at them in the back office under Nachrichten and send them again if they matter."
        )
    if told["failed"]:
        yield warning(f"{told['failed']} messages could not be delivered in the last {LATELY.days} days.")


def _waiting(count: int, oldest) -> Iterator[Finding]:
    if not count:
        yield ok("No message waits.")
    elif not settings.EMAIL_CONFIGURED:
        yield warning(f"{count} messages wait because there is no mail server. Set EMAIL_URL; they are sent then.")
    elif now() - oldest > PATIENCE:
        yield warning(
            f"{count} messages wait, the oldest since {oldest:%Y-%m-%d %H:%M} UTC. "
            "Try the mail server: digitalradar mail test ADDRESS"
        )
    else:
        yield ok(f"{count} messages wait for their next try.")
