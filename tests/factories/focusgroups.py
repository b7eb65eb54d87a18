"""Makes focus groups with members, sessions and what is told in them."""

from datetime import timedelta
from itertools import count
from typing import Any

from django.utils.timezone import now

from digitalradar.accounts.models import Person
from digitalradar.core.tokens import hash_token
from digitalradar.events.models import Booking, Occurrence, Offer
from digitalradar.events.models.booking import ACTIVE
from digitalradar.focusgroups.links import new_identity, personal_token
from digitalradar.focusgroups.models import Contribution, FocusGroup, Membership, Period
from digitalradar.focusgroups.models.group import KIND
from digitalradar.focusgroups.models.membership import SEATED
from digitalradar.focusgroups.services.contributing import contribute
from digitalradar.focusgroups.services.groups import found_group
from tests.factories.events import make_occurrence, make_offer

_numbers = count(1)


def make_group(**fields: Any) -> FocusGroup:
    """Return a running group that anybody may ask to join."""
    number = next(_numbers)
    values = {
        "slug": f"beispielgruppe-{number}",
        "title": f"Beispielgruppe {number}",
        "summary": "Betriebe lesen gemeinsam ihre Daten.",
        "purpose": "Für alle, die Maschinen anbinden wollen.",
        "rhythm": "alle sechs Wochen dienstags",
        "state": FocusGroup.State.RUNNING,
    }
    return found_group(**(values | fields))


def make_member(
    group: FocusGroup, name: str = "Ada Beispiel", *, state: str = Membership.State.ACTIVE, **fields: Any
) -> Membership:
    """Return somebody in a group; active and paused ones take a place."""
    email = name.lower().replace(" ", ".") + "@example.org"
    person, _is_new = Person.objects.get_or_create(email=email, defaults={"name": name, "verified_at": now()})
    values = {"name": name, "organisation": "Zwirnwerk", "confirmed_at": now(), **new_identity()}
    membership = Membership.objects.create(group=group, person=person, state=state, **(values | fields))
    if state in SEATED:
        Period.objects.create(membership=membership)
        group.seats_taken += 1
        group.save(update_fields=["seats_taken"])
    assert membership.token_hash == hash_token(personal_token(membership))
    return membership


def make_session(group: FocusGroup, *, days: float = 14, capacity: int | None = 12, **fields: Any) -> Occurrence:
    """Return a published session with places, so many days from now; below 0 it is over."""
    starts_at = now() + timedelta(days=days)
    session = make_occurrence(kind=KIND, series=group.series, starts_at=starts_at, **fields)
    make_offer(session, capacity=capacity, max_party=1)
    return session


def tell(author: Membership, text: str = "Der erste Anlauf ging schief.", **fields: Any) -> Contribution:
    """Let a member tell the group something; ``anonymous_text`` and ``public_name`` as the levels need them."""
    values = {"kind": Contribution.Kind.FAILURE, "confidentiality": "group"}
    return contribute(author=author, text=text, **(values | fields))


def coming(session: Occurrence) -> list[str]:
    """Return the names of everybody who counts at a session, in the order of their sign-ups."""
    rows = Booking.objects.filter(offer__occurrence=session, state__in=ACTIVE).select_related("registration")
    return [row.registration.name for row in rows.order_by("pk")]


def offer_of(session: Occurrence) -> Offer:
    return session.offers.get()
