"""Back office: example data on and off, in the group „Digital-Check“."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from .back_office import ADDED, REMOVED, ExampleDataViewSet


@hooks.register("register_admin_viewset")
def register_example_data() -> ExampleDataViewSet:
    """Put the screen into the back office."""
    return ExampleDataViewSet()


@hooks.register("register_permissions")
def register_example_permission() -> QuerySet[Permission]:
    """Offer the permission when groups are edited."""
    return Permission.objects.filter(content_type__app_label="region", codename="switch_exampledata")


@hooks.register("register_log_actions")
def register_example_actions(actions: LogActionRegistry) -> None:
    """Say what was done about the example data."""
    actions.register_action(ADDED, _("Beispieldaten hinzufügen"), _("Beispieldaten hinzugefügt"))
    actions.register_action(REMOVED, _("Beispieldaten entfernen"), _("Beispieldaten entfernt"))
