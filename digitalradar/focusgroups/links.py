"""The private link of a membership: made again whenever a mail needs it, stored only as a hash."""

import base64
from uuid import UUID, uuid4

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import override

from digitalradar.core.tokens import TOKEN_BYTES, hash_token

from .models import FocusGroup, Membership

PURPOSE = "digitalradar.focusgroups.membership"


def token_for(uid: UUID) -> str:
    """Return the secret that belongs to the uid of a membership; it follows from the portal's key."""
    digest = salted_hmac(PURPOSE, uid.hex, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest[:TOKEN_BYTES]).decode()


def personal_token(membership: Membership) -> str:
    """Return the secret of a member's page; it is the same in every mail."""
    return token_for(membership.uid)


def new_identity() -> dict[str, object]:
    """Return what a new membership is found by: its uid and the hash of the secret made of it."""
    uid = uuid4()
    return {"uid": uid, "token_hash": hash_token(token_for(uid))}


def personal_url(membership: Membership, name: str = "member") -> str:
    """Return the whole address of a page of this member, in their language."""
    with override(membership.language):
        return settings.PUBLIC_URL + reverse(f"focusgroups:{name}", args=[personal_token(membership)])


def group_url(group: FocusGroup, language: str = "de") -> str:
    """Return the whole address of a group's public page."""
    with override(language):
        return settings.PUBLIC_URL + reverse("focusgroups:group", args=[group.slug])
