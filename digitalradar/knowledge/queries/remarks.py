"""Remarks about drafts, in words for the screen."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from wagtail.models import Page

from ..models import ReviewComment
from ..models.wording import section_names


@dataclass(frozen=True)
class Remark:
    """One remark; ``title`` is the section it is about, empty for the whole text."""

    pk: int
    title: str
    text: str
    writer: str
    created_at: datetime
    is_done: bool


def remarks_about(page: Page) -> list[Remark]:
    """Return the remarks about a page, open ones first, in two queries."""
    titles = dict(section_names(page))
    comments = ReviewComment.objects.filter(page_id=page.pk).select_related("user")
    return [
        Remark(one.pk, titles.get(one.section, ""), one.text, _writer(one), one.created_at, one.is_done)
        for one in comments
    ]


def _writer(comment: ReviewComment) -> str:
    if comment.user:
        return comment.user.get_full_name() or comment.user.email
    return comment.name or _("ohne Namen, über einen Vorschaulink")
