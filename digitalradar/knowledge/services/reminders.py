"""Reminders of reviews: thirty days before, and when the day has come; each once."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.timezone import localdate

from .. import emails
from ..models import KnowledgePage, ReviewReminder
from ..queries.care import public_pages
from .roles import EDITORS

Occasion = ReviewReminder.Occasion
AHEAD = timedelta(days=30)


def remind_of_reviews() -> int:
    """Write one e-mail to everybody who has something to look at; return how many pages were told about.

    Runs at the same time or killed in the middle: what was told is noted in the same transaction as the message.
    """
    pages = [page for page in public_pages() if page.next_review and page.next_review <= localdate() + AHEAD]
    by_person: dict[int | None, list[KnowledgePage]] = defaultdict(list)
    for page in sorted(pages, key=lambda page: (page.next_review, page.title)):
        by_person[page.responsible_id if _can_be_told(page.responsible) else None].append(page)
    return sum(_remind(person, group) for person, group in by_person.items())


@transaction.atomic
def _remind(person: int | None, pages: Iterable[KnowledgePage]) -> int:
    receivers = _receivers(person)
    new = [page for page in pages if receivers and _note(page)]
    due, soon = [], []
    for page in new:
        url = emails.address("wagtailadmin_pages:edit", page.pk)
        target = due if _occasion(page) == Occasion.DUE else soon
        target.append(emails.DuePage(page.title, page.next_review, url))
    for receiver in receivers if new else ():
        emails.reviews_due(receiver, soon=soon, due=due)
    return len(new)


def _note(page: KnowledgePage) -> bool:
    """Note the reminder; False if it was noted before. The database lets only one of two processes do so."""
    _row, is_new = ReviewReminder.objects.get_or_create(
        page_id=page.pk, occasion=_occasion(page), due_on=page.next_review
    )
    return is_new


def _occasion(page: KnowledgePage) -> Occasion:
    return Occasion.DUE if page.next_review <= localdate() else Occasion.SOON


def _can_be_told(user: AbstractBaseUser | None) -> bool:
    return user is not None and user.is_active and bool(user.email)


def _receivers(person: int | None) -> list[AbstractBaseUser]:
    """Return the responsible person, else all editors, else those who may do everything."""
    users = get_user_model().objects.filter(is_active=True).select_related("wagtail_userprofile").order_by("pk")
    if person is not None:
        return list(users.filter(pk=person))
    return list(users.filter(groups__name=EDITORS).distinct()) or list(users.filter(is_superuser=True))
