"""Back office: the group „Termine“."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail import hooks

from .back_office.home_panel import ToDoPanel
from .back_office.menu import EventsGroup
from .back_office.permissions import SEE_DATES, SEE_PEOPLE


@hooks.register("register_admin_viewset")
def register_events() -> EventsGroup:
    """Put the group and its screens into the back office."""
    return EventsGroup()


@hooks.register("register_permissions")
def register_event_permissions() -> QuerySet[Permission]:
    """Offer the permissions about the people who signed up when groups are edited."""
    return Permission.objects.filter(
        content_type__app_label="events",
        content_type__model__in=["occurrence", "registration"],
        codename__in=["view_occurrence", "view_registration", "change_registration"],
    )


@hooks.register("construct_homepage_panels")
def add_to_do_panel(request: HttpRequest, panels: list[object]) -> None:
    """Show hosts on the first page what waits for them."""
    if request.user.has_perm(SEE_DATES) and request.user.has_perm(SEE_PEOPLE):
        panels.append(ToDoPanel())
