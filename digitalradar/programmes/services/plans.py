"""„Mein Programm“: pick, choose anew, join with a registration, let go. Who changes a plan locks its row."""

import base64
from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from digitalradar.core.errors import NotFound
from digitalradar.core.tokens import TOKEN_BYTES, hash_token, new_token
from digitalradar.events.models import Occurrence, Registration
from digitalradar.events.services.places import lock

from ..models import Plan, PlanItem, ProgrammeItem
from ..queries.plans import expired_plans, find_plan, picked_keys
from ..queries.programme import released

PURPOSE = "digitalradar.programmes.plan"


@transaction.atomic
def pick(*, token: str, occurrence: Occurrence, key: str) -> str:
    """Add an item to the plan of ``token``, or to a new one; return the secret of the plan.

    Raises:
        NotFound: the released programme has no such item.
    """
    if key not in _keys(occurrence):
        raise NotFound(_("Diesen Programmpunkt gibt es nicht, oder er steht nicht mehr im Programm."))
    plan, token = _living(token, occurrence)
    _add(plan, {key})
    return token


@transaction.atomic
def choose(*, token: str, occurrence: Occurrence, keys: Collection[str]) -> str:
    """Let the plan of ``token``, or a new one, hold exactly these items; unknown ones are left aside."""
    plan, token = _living(token, occurrence)
    wanted = set(keys) & _keys(occurrence)
    had = picked_keys(plan)
    gone = [UUID(key) for key in had - wanted]
    PlanItem.objects.filter(plan=plan, item__uid__in=gone).delete()
    _add(plan, wanted - had)
    return token


@transaction.atomic
def of_registration(registration: Registration, *, token: str = "") -> str:
    """Return the secret of the plan that belongs to a registration; what the plan of ``token`` holds comes along.

    The secret follows from the registration, so its page can always lead there.
    """
    lock(registration.occurrence_id)  # two clicks at once make one plan
    own = plan_token(registration)
    plan, _new = Plan.objects.get_or_create(
        registration=registration, defaults={"occurrence": registration.occurrence, "token_hash": hash_token(own)}
    )
    other = find_plan(token)
    if other and other.pk != plan.pk and other.occurrence_id == plan.occurrence_id and other.registration_id is None:
        _add(plan, picked_keys(other) - picked_keys(plan))
    return own


@transaction.atomic
def delete_plan(*, token: str) -> None:
    """Delete a plan at once."""
    if plan := find_plan(token, for_update=True):
        plan.delete()


def forget_erased(instance: Registration, **_signal: object) -> None:
    """Delete the plan of a registration as soon as its data are erased, by hand or on the clock."""
    if instance.erased_at is not None:
        Plan.objects.filter(registration=instance).delete()


def delete_expired() -> int:
    """Delete the plans whose time is over; return how many."""
    _all, by_model = expired_plans().delete()
    return by_model.get(Plan._meta.label, 0)


def plan_token(registration: Registration) -> str:
    """Return the secret of the plan of a registration, the same each time; it follows from the portal's key."""
    digest = salted_hmac(PURPOSE, registration.uid.hex, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest[:TOKEN_BYTES]).decode()


def _living(token: str, occurrence: Occurrence) -> tuple[Plan, str]:
    """Return the plan of a secret, locked, if it is one of this date; else a new one."""
    plan = find_plan(token, for_update=True)
    if plan is not None and plan.occurrence_id == occurrence.pk:
        return plan, token
    token = new_token()
    return Plan.objects.create(occurrence=occurrence, token_hash=hash_token(token)), token


def _add(plan: Plan, keys: Collection[str]) -> None:
    items = ProgrammeItem.objects.filter(occurrence=plan.occurrence_id, uid__in=[UUID(key) for key in keys])
    PlanItem.objects.bulk_create([PlanItem(plan=plan, item=item) for item in items], ignore_conflicts=True)


def _keys(occurrence: Occurrence) -> set[str]:
    shown = released(occurrence)
    return {entry.key for entry in shown.entries} if shown else set()
