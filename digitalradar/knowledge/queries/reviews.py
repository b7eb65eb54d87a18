"""What lies with the reviewers."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet
from wagtail.models import Page, TaskState

from ..models import ReviewTask


def may_review(user: AbstractBaseUser) -> bool:
    """Whether a user belongs to the reviewers of any review step."""
    return any(task.may_review(user) for task in ReviewTask.objects.filter(active=True))


def open_review(page: Page, *, for_update: bool = False) -> TaskState | None:
    """Return the running review of a page, or None."""
    states = _running().filter(
        workflow_state__base_content_type=page.get_base_content_type(), workflow_state__object_id=str(page.pk)
    )
    if for_update:
        states = states.select_for_update(of=("self",))
    return states.select_related("revision", "task", "workflow_state").first()


@dataclass(frozen=True)
class Waiting:
    """A text that waits for review, as it was sent."""

    page_id: int
    title: str
    kind: str
    version: str
    sender: str
    since: datetime


def waiting_for_review() -> list[Waiting]:
    """Return the texts under review, the longest waiting first; a constant number of queries."""
    states = _running().select_related("revision__content_type", "workflow_state__requested_by")
    return [_waiting(state) for state in states.order_by("started_at", "pk")]


def _waiting(state: TaskState) -> Waiting:
    content, sender = state.revision.content, state.workflow_state.requested_by
    return Waiting(
        page_id=int(state.revision.object_id),
        title=content["title"],
        kind=state.revision.content_type.model_class()._meta.verbose_name,
        version=content.get("version", ""),
        sender=(sender.get_full_name() or sender.email) if sender else "",
        since=state.started_at,
    )


def _running() -> QuerySet[TaskState]:
    return TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task__in=ReviewTask.objects.all())
