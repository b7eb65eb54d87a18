"""Plans of visitors, found by the hash of their secret."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.timezone import now

from digitalradar.core.tokens import TOKEN_PATTERN, hash_token

from ..models import Plan

KEPT = timedelta(days=30)
"""How long after the date a plan is kept: long enough to look up who said what."""


def find_plan(token: str, *, for_update: bool = False) -> Plan | None:
    """Return the plan of a secret whose time is not over; with ``for_update`` nobody else changes it meanwhile."""
    if not TOKEN_PATTERN.fullmatch(token):
        return None
    rows = Plan.objects.filter(token_hash=hash_token(token), occurrence__ends_at__gt=now() - KEPT)
    return (rows.select_for_update(of=("self",)) if for_update else rows.select_related("occurrence")).first()


def picked_keys(plan: Plan) -> set[str]:
    """Return the keys of the items in a plan."""
    return {uid.hex for uid in plan.picks.values_list("item__uid", flat=True)}


def expired_plans(at: datetime | None = None) -> QuerySet[Plan]:
    """Return the plans whose time is over."""
    return Plan.objects.filter(occurrence__ends_at__lte=(at or now()) - KEPT)
