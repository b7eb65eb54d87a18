"""Tells the people of a workflow that a text waits, came back or is public.

Wagtail would write these messages itself, in the middle of the request. Ours take the names under which it connects
its own, before it does: so each is written once, and all go through the outbox.
"""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet
from wagtail.models import AbstractGroupApprovalTask, Page, TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

from . import emails
from .models import ReviewTask


def connect() -> None:
    """Take the places of Wagtail's own messages; called once at start."""
    uid = "{}_email_notification".format
    task_submitted.connect(_step_begins, sender=TaskState, dispatch_uid=uid("group_approval_task_submitted"))
    workflow_submitted.connect(_sent, sender=WorkflowState, dispatch_uid=uid("workflow_state_submitted"))
    workflow_rejected.connect(_returned, sender=WorkflowState, dispatch_uid=uid("workflow_state_rejected"))
    workflow_approved.connect(_approved, sender=WorkflowState, dispatch_uid=uid("workflow_state_approved"))


def _step_begins(instance: TaskState, user: AbstractBaseUser | None = None, **_signal: Any) -> None:
    task = instance.task.specific
    page = _page(instance.workflow_state)
    if not isinstance(task, AbstractGroupApprovalTask) or page is None:
        return
    url = _review_address(page) if isinstance(task, ReviewTask) else _edit_address(page)
    for member in _members(task).exclude(pk=user.pk if user else None):
        emails.step_waiting(member, title=page.draft_title, step=task.name, url=url)


def _sent(**_signal: Any) -> None:
    """Nobody is told that a workflow began: whoever has the first step hears of that."""


def _returned(instance: WorkflowState, user: AbstractBaseUser | None = None, **_signal: Any) -> None:
    sender, page = instance.requested_by, _page(instance)
    if page is not None and _is_to_be_told(sender, user):
        reason = instance.current_task_state.get_comment() or ""
        emails.text_returned(sender, title=page.draft_title, reason=reason, url=_edit_address(page))


def _approved(instance: WorkflowState, user: AbstractBaseUser | None = None, **_signal: Any) -> None:
    sender, page = instance.requested_by, _page(instance)
    if page is not None and _is_to_be_told(sender, user):
        emails.text_published(sender, title=page.draft_title, url=page.full_url or _edit_address(page))


def _is_to_be_told(sender: AbstractBaseUser | None, user: AbstractBaseUser | None) -> bool:
    return sender is not None and sender.is_active and sender != user


def _page(state: WorkflowState) -> Page | None:
    return state.content_object if isinstance(state.content_object, Page) else None


def _members(task: AbstractGroupApprovalTask) -> QuerySet:
    users = get_user_model().objects.filter(is_active=True, groups__in=task.groups.all())
    return users.select_related("wagtail_userprofile").distinct().order_by("pk")


def _review_address(page: Page) -> str:
    return emails.address("knowledge_review:read", page.pk)


def _edit_address(page: Page) -> str:
    return emails.address("wagtailadmin_pages:edit", page.pk)
