"""The person behind an e-mail address, and what may be taken over about them."""

from datetime import datetime

from django.conf import settings

from digitalradar.accounts.models import Person
from digitalradar.mail.addresses import normalise

from ..models import Registration


def person_of(email: str, *, language: str, is_example: bool = False) -> Person:
    """Return the person with this address, made when it is new. What strangers type about them is not taken over."""
    return person_or_new(email, language=language, is_example=is_example)[0]


def person_or_new(email: str, *, language: str, is_example: bool = False) -> tuple[Person, bool]:
    """Return the same, and whether the person was made just now: of whom there can be nothing else yet.

    Until the end of the transaction nobody forgets them (:mod:`accounts.people`).
    """
    known = Person.objects if settings.EVENTS_UNGUARDED else Person.objects.select_for_update(no_key=True)
    return known.get_or_create(email=normalise(email), defaults={"language": language, "is_example": is_example})


def note_verified(registration: Registration, at: datetime) -> None:
    """Note that somebody has shown the address to be theirs: from now on it has a name."""
    person = registration.person
    if person is not None and (person.verified_at is None or not person.name):
        person.verified_at = person.verified_at or at
        person.name = person.name or registration.name
        person.save(update_fields=["verified_at", "name"])
