"""A calendar of somebody's own: made when they ask for it, replaced when its address got about."""

import base64
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.crypto import salted_hmac

from digitalradar.accounts.models import Person
from digitalradar.core.tokens import TOKEN_BYTES, hash_token

from ..addresses import whole
from ..models import PersonalFeed

PURPOSE = "digitalradar.events.personal_feed"


def feed_token(uid: UUID) -> str:
    """Return the secret of a feed, the same each time."""
    digest = salted_hmac(PURPOSE, uid.hex, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest[:TOKEN_BYTES]).decode()


def feed_url(person: Person, language: str) -> str:
    """Return the whole address of somebody's calendar, empty while they have none."""
    feed = PersonalFeed.objects.filter(person=person).first()
    return whole("events:personal_feed", feed_token(feed.uid), language=language) if feed else ""


@transaction.atomic
def renew_feed(person: Person) -> PersonalFeed:
    """Give somebody a calendar of their own; one they had before is reached by its old address no more."""
    uid = uuid4()
    values = {"uid": uid, "token_hash": hash_token(feed_token(uid))}
    feed, _is_new = PersonalFeed.objects.update_or_create(person=person, defaults=values)
    return feed


def close_feed(person: Person) -> None:
    """Take somebody's calendar away; doing it twice changes nothing."""
    PersonalFeed.objects.filter(person=person).delete()


def owner_of(token: str) -> Person | None:
    """Return whose calendar a secret leads to."""
    feed = PersonalFeed.objects.filter(token_hash=hash_token(token)).select_related("person").first()
    return feed.person if feed else None
