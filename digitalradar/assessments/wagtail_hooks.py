"""Back office: the group „Digital-Check“ with its screens, and what the log of the back office says about them."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from .back_office import releases
from .back_office.catalogues import CatalogueViewSet
from .back_office.home_panel import ChecksPanel, is_for
from .back_office.menu import MENU_HOOK
from .back_office.releases import ReleaseViewSet
from .back_office.retention import RetentionViewSet
from .back_office.start_texts import StartTextViewSet
from .back_office.usage import UsageViewSet
from .services import activation


class CheckGroup(ViewSetGroup):
    """One menu entry for everything about the checks; other apps add theirs through ``MENU_HOOK``."""

    menu_label = _("Digital-Check")
    menu_name = "digital-check"
    menu_icon = "tasks"
    menu_order = 150
    submenu_hook = MENU_HOOK
    items = (CatalogueViewSet, UsageViewSet, ReleaseViewSet, RetentionViewSet)


register_snippet(StartTextViewSet)


@hooks.register("register_admin_viewset")
def register_checks() -> CheckGroup:
    """Put the group and its screens into the back office."""
    return CheckGroup()


@hooks.register("register_permissions")
def register_check_permissions() -> QuerySet[Permission]:
    """Offer the permissions of the screens when groups are edited."""
    return Permission.objects.filter(
        content_type__app_label__in=["assessments", "core"], content_type__model__in=["catalogueversion", "jobrun"]
    )


@hooks.register("register_permissions")
def register_usage_permission() -> QuerySet[Permission]:
    """Offer the permission to see usage figures."""
    return Permission.objects.filter(content_type__app_label="assessments", content_type__model="usagecount")


@hooks.register("register_log_actions")
def register_check_actions(actions: LogActionRegistry) -> None:
    """Say what was done about a catalogue."""
    actions.register_action(activation.ACTION, _("Fassung freischalten"), _("Für neue Durchläufe freigeschaltet"))
    actions.register_action(releases.ACTION, _("Vergleichswerte freigeben"), _("Vergleichswerte freigegeben"))


@hooks.register("construct_homepage_panels")
def add_checks_panel(request: HttpRequest, panels: list[object]) -> None:
    """Say on the first page what is in use and what waits."""
    if is_for(request.user):
        panels.append(ChecksPanel())
