"""E-mails about the library, one function each; all go through the outbox."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from digitalradar.mail import previews
from digitalradar.mail.services import queue

REVIEWS_DUE, STEP_WAITING = "knowledge.reviews_due", "knowledge.step_waiting"
TEXT_RETURNED, TEXT_PUBLISHED = "knowledge.text_returned", "knowledge.text_published"
GERMAN = "de"


@dataclass(frozen=True)
class DuePage:
    """A page whose review comes up: its title, the day, and where it is edited."""

    title: str
    due_on: date
    url: str


def address(name: str, *args: Any) -> str:
    """Return the whole address of a screen of the back office."""
    return settings.PUBLIC_URL + reverse(name, args=args)


def language_of(user: AbstractBaseUser) -> str:
    """Return the language in which a member of staff uses the back office."""
    profile = getattr(user, "wagtail_userprofile", None)
    return (profile and profile.preferred_language) or GERMAN


def reviews_due(user: AbstractBaseUser, *, soon: Sequence[DuePage], due: Sequence[DuePage]) -> None:
    """Remind somebody of reviews: those whose day has come, and those that come within thirty days."""
    _send(REVIEWS_DUE, user, "knowledge/mail/reviews_due", {"soon": soon, "due": due})


def step_waiting(user: AbstractBaseUser, *, title: str, step: str, url: str) -> None:
    """Tell somebody that a text waits for a step that is theirs."""
    _send(STEP_WAITING, user, "knowledge/mail/step_waiting", {"title": title, "step": step, "url": url})


def text_returned(user: AbstractBaseUser, *, title: str, reason: str, url: str) -> None:
    """Tell the sender of a text that it came back, and why."""
    _send(TEXT_RETURNED, user, "knowledge/mail/text_returned", {"title": title, "reason": reason, "url": url})


def text_published(user: AbstractBaseUser, *, title: str, url: str) -> None:
    """Tell the sender of a text that it is public."""
    _send(TEXT_PUBLISHED, user, "knowledge/mail/text_published", {"title": title, "url": url})


def _send(kind: str, user: AbstractBaseUser, template: str, context: dict[str, Any]) -> None:
    queue(kind=kind, to=user.email, language=language_of(user), template=template, context=context)


def register_previews() -> None:
    """Show the e-mails in the back office; called once at start."""
    page = DuePage("Datensicherung", date(2027, 11, 21), "https://example.org/verwaltung/pages/1/edit/")
    text = {"title": page.title, "url": page.url}
    examples: dict[str, tuple[Any, dict[str, Any]]] = {
        REVIEWS_DUE: (_("Prüfung von Leitfäden steht an"), {"soon": [page], "due": [page]}),
        STEP_WAITING: (_("Ein Text wartet"), text | {"step": "Fachprüfung"}),
        TEXT_RETURNED: (_("Ein Text kommt zurück"), text | {"reason": "Bitte nennen Sie die Frist."}),
        TEXT_PUBLISHED: (_("Ein Text ist veröffentlicht"), text),
    }
    for kind, (label, example) in examples.items():
        previews.register(kind, label=label, template=f"knowledge/mail/{kind.partition('.')[2]}", example=example.copy)
