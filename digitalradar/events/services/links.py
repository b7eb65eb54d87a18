"""The private link of a registration: made again whenever a mail needs it, stored only as a hash."""

import base64
import secrets
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import override

from digitalradar.core.tokens import TOKEN_BYTES

from ..models import Registration

PURPOSE = "digitalradar.events.registration"
CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that is taken for another when it is read out
CODE_LENGTH = 6


def personal_token(registration: Registration) -> str:
    """Return the secret of a registration's page, the same each time; it follows from the portal's key."""
    return token_for(registration.uid)


def token_for(uid: UUID) -> str:
    """Return the secret that belongs to the uid of a registration."""
    digest = salted_hmac(PURPOSE, uid.hex, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest[:TOKEN_BYTES]).decode()


def personal_url(registration: Registration) -> str:
    """Return the whole address of the page on which somebody sees, changes and cancels their registration."""
    with override(registration.language):
        return settings.PUBLIC_URL + reverse("events:registration", args=[personal_token(registration)])


def new_code() -> str:
    """Return what is typed or scanned at the door: about a thousand million possibilities, unique within a date."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
