"""Back office: the group „Termine“."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from wagtail import hooks

from .back_office.menu import EventsGroup


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
