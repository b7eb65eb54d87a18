"""Panel „Checks im Überblick“ on the first page of the back office."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from wagtail.admin.ui.components import Component

from digitalradar.core.job_runs import job_states
from digitalradar.core.jobs.loop import waiting_tasks

from ..models import CatalogueVersion
from .permissions import READ_CATALOGUES, RELEASE_COMPARISON, VIEW_RETENTION
from .releases import next_due, releases

SHOWN_TO = (READ_CATALOGUES, RELEASE_COMPARISON, VIEW_RETENTION)


class ChecksPanel(Component):
    """Which versions are in use, and what needs somebody; shows only what the reader may open."""

    name = "checks"
    order = 90
    template_name = "assessments/back_office/home_panel.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        user = parent_context["request"].user
        context: dict[str, Any] = {}
        if user.has_perm(READ_CATALOGUES):
            context["versions"] = CatalogueVersion.objects.filter(is_active=True).defer("content")
        if user.has_perm(RELEASE_COMPARISON):
            context |= {"shows_release": True, "last_release": releases().first(), "next_release": next_due()}
        if user.has_perm(VIEW_RETENTION):
            late = [job.name for job in job_states() if job.needs_somebody]
            context |= {"shows_work": True, "late": late, "waiting": waiting_tasks().count()}
        return context


def is_for(user: AbstractBaseUser) -> bool:
    """Whether the panel has anything to show to this user."""
    return any(user.has_perm(permission) for permission in SHOWN_TO)
