"""What falls due with time: requests and invitations lapse, texts for one session are erased, former members too."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from digitalradar.core import due_work

from ..models import Confidentiality, Contribution, Membership
from .announcing import announce_sessions, settle_all
from .joining import forget_request
from .personal_data import erase_former
from .seats import lock

State = Membership.State
DAYS_PER_MONTH = 30.4375  # mean length of a month in days


def register() -> None:
    """Register the work; called once at start."""
    deletions = due_work.DELETIONS
    due_work.register(
        "focus group requests lapsed", lapse_requests, _("Unbestätigte Anfragen löschen"), order=deletions
    )
    due_work.register(
        "texts of sessions erased", erase_session_texts, _("Beiträge „nur diese Sitzung“ löschen"), order=deletions
    )
    due_work.register(
        "former members erased", erase_former_members, _("Ausgetretene Mitglieder löschen"), order=deletions
    )
    due_work.register("focus group sessions announced", announce_sessions, _("Neue Sitzungen ankündigen"))
    due_work.register("standing answers applied", settle_all, _("Dauerzusagen eintragen"), order=due_work.LATER + 1)


def requests_until() -> timedelta:
    return timedelta(hours=settings.FOCUSGROUP_REQUEST_HOURS)


def invitations_until() -> timedelta:
    return timedelta(days=settings.FOCUSGROUP_INVITATION_DAYS)


def session_texts_until() -> timedelta:
    return timedelta(days=settings.FOCUSGROUP_SESSION_TEXT_DAYS)


def former_members_until() -> timedelta:
    return timedelta(days=settings.FOCUSGROUP_LEFT_MONTHS * DAYS_PER_MONTH)


def unconfirmed_requests() -> QuerySet[Membership]:
    """Return requests whose address nobody has confirmed; they lapse after :func:`requests_until`."""
    return Membership.objects.unconfirmed()


def session_texts() -> QuerySet[Contribution]:
    """Return texts for one session alone; they go :func:`session_texts_until` after its end."""
    return Contribution.objects.filter(confidentiality=Confidentiality.SESSION)


def former_members() -> QuerySet[Membership]:
    """Return those who left; they go :func:`former_members_until` after that."""
    return Membership.objects.filter(state=State.LEFT)


def lapse_requests() -> int:
    """Delete requests nobody confirmed and invitations nobody answered in time; return how many."""
    old_requests = unconfirmed_requests().filter(created_at__lte=now() - requests_until())
    invitations = Membership.objects.filter(state=State.INVITED, changed_at__lte=now() - invitations_until())
    return sum(_lapse(rows, pk) for rows in (old_requests, invitations) for pk in list(_ids(rows)))


@transaction.atomic
def erase_session_texts() -> int:
    """Delete texts that were meant for one session only, n days after it; return how many."""
    old = session_texts().filter(session__ends_at__lte=now() - session_texts_until())
    return old.delete()[1].get("focusgroups.Contribution", 0)


def erase_former_members() -> int:
    """Delete what is known of people who left long ago; return how many."""
    old = former_members().filter(changed_at__lte=now() - former_members_until())
    return sum(erase_former(membership) for membership in old.select_related("person"))


def _ids(rows: QuerySet[Membership]) -> QuerySet:
    return rows.values_list("pk", flat=True)


@transaction.atomic
def _lapse(rows: QuerySet[Membership], pk: int) -> bool:
    """Look again under the lock: they may just have confirmed."""
    membership = Membership.objects.filter(pk=pk).first()
    if membership is None:
        return False
    lock(membership.group_id)
    membership = rows.select_related("person").filter(pk=pk).first()
    if membership:
        forget_request(membership)
    return membership is not None
