"""Own data: take them along, have them deleted, and what becomes of them when the clock runs out."""

from typing import Any

from django.db import transaction

from digitalradar.accounts.people import forget_if_unknown
from digitalradar.mail.services.forgetting import forget_messages

from ..models import AnonymousVersion, Confidentiality, Contribution, Membership
from ..queries.contributions import own
from ..search_source import refresh_contribution
from .membership import leave
from .seats import locked, unseat


def export_member(membership: Membership) -> dict[str, Any]:
    """Return everything that is kept of a member, for people and programs; nothing of others."""
    return {
        "group": membership.group.title,
        "name": membership.name,
        "email": membership.person.email,
        "organisation": membership.organisation,
        "message": membership.message,
        "language": membership.language,
        "role": membership.role,
        "state": membership.state,
        "standing_answer": membership.standing,
        "asked_at": membership.created_at,
        "address_confirmed_at": membership.confirmed_at,
        "periods": list(membership.periods.values("began_at", "ended_at")),
        "answers": list(membership.answers.values("session__title", "session__starts_at", "is_coming")),
        "topics": list(membership.topics.values("title", "text", "state", "created_at")),
        "votes": list(membership.votes.values_list("topic__title", flat=True)),
        "contributions": [_exported(contribution) for contribution in own(membership)],
    }


def erase_member(membership: Membership) -> None:
    """Delete a membership with everything its owner told, in every version, at once and for good.

    Places at coming sessions become free. Topics stay in the group without a name. Sign-ups for dates belong to the
    dates and are deleted there.
    """
    leave(membership)
    with transaction.atomic():
        membership = locked(membership)
        if membership.is_seated:  # taken in again in this very moment
            unseat(membership)
        membership.contributions.all().delete()
        _delete(membership)


@transaction.atomic
def erase_former(membership: Membership) -> bool:
    """Delete a membership that ended long ago; tell whether it was still one that had ended.

    What was told stays where it is, without author; what stood in public with a name goes back to the group, because
    nobody could take it back any more.
    """
    membership = locked(membership)
    if not membership.has_left:
        return False
    named = membership.contributions.filter(confidentiality=Confidentiality.PUBLIC)
    for contribution in named.select_related("group"):
        contribution.confidentiality = Confidentiality.GROUP
        contribution.public_name, contribution.public_since = "", None
        contribution.save()
        refresh_contribution(contribution)
    membership.contributions.filter(withdrawn_at__isnull=False).delete()
    _delete(membership)
    return True


def _delete(membership: Membership) -> None:
    """Delete a membership, what the outbox still says of it, and the person if nothing else is known of them."""
    person = membership.person
    forget_messages(to=person.email, about=membership.uid.hex)
    membership.delete()
    forget_if_unknown(person)


def _exported(contribution: Contribution) -> dict[str, Any]:
    version = AnonymousVersion.objects.filter(contribution=contribution).first()
    return {
        "kind": contribution.kind,
        "session": contribution.session.title if contribution.session else "",
        "confidentiality": contribution.confidentiality,
        "text": contribution.text,
        "version_without_name": version.text if version else "",
        "public_name": contribution.public_name,
        "written_at": contribution.created_at,
        "withdrawn_at": contribution.withdrawn_at,
    }
