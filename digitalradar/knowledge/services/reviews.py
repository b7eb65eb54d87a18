"""Scientific review: agree to a text, send it back, remark something."""

from datetime import timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _
from wagtail.models import Revision, TaskState

from digitalradar.core.errors import DomainError

from ..models import KnowledgePage, Review, ReviewComment
from ..models.wording import wording
from ..queries.reviews import open_review

REMARK_MONTHS = 24
DAYS_PER_MONTH = 30.4375


@transaction.atomic
def agree(*, page: KnowledgePage, user: AbstractBaseUser, revision_id: int, reviewer: str, comment: str = "") -> Review:
    """Note that ``reviewer`` found exactly this text right, and hand it to publication.

    Raises DomainError when the text is not under review any more or is not the one that was read.
    """
    state = _state_of(page, revision_id)
    draft = state.revision.as_object()
    review = Review.objects.create(
        page_id=page.pk, reviewer=reviewer, version=draft.version, text=wording(draft), user=user
    )
    state.task.specific.on_action(state, user, "approve", comment=comment)
    return review


@transaction.atomic
def send_back(*, page: KnowledgePage, user: AbstractBaseUser, revision_id: int, comment: str) -> None:
    """Give the text back to the editors with the reason. Raises DomainError like :func:`agree`."""
    state = _state_of(page, revision_id)
    state.task.specific.on_action(state, user, "reject", comment=comment)


def remark(
    *, page: KnowledgePage, revision: Revision, section: str, text: str, name: str = "", user: AbstractBaseUser | None
) -> ReviewComment:
    """Keep a remark for the editors; ``user`` is None for readers of a preview link."""
    return ReviewComment.objects.create(
        page_id=page.pk, revision=revision, section=section, text=text, name=name, user=user
    )


def delete_old_remarks() -> int:
    """Delete remarks after ``REMARK_MONTHS``; return how many."""
    limit = now() - timedelta(days=REMARK_MONTHS * DAYS_PER_MONTH)
    deleted, _by_model = ReviewComment.objects.filter(created_at__lt=limit).delete()
    return deleted


def _state_of(page: KnowledgePage, revision_id: int) -> TaskState:
    """Return the running review, locked: of two answers at once the second finds it ended."""
    state = open_review(page, for_update=True)
    if state is None:
        raise DomainError(_("Dieser Text liegt nicht mehr bei der Fachprüfung. Jemand hat ihn schon bearbeitet."))
    if state.revision_id != revision_id:
        raise DomainError(_("Der Text wurde inzwischen geändert. Bitte lesen Sie die neue Fassung."))
    return state
