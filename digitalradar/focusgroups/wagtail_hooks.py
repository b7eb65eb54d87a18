"""Back office: groups and talks in the menu „Termine“; files of members stay with members."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from digitalradar.events.back_office.names import MENU_HOOK

from .back_office.groups import group_viewset, impulse_viewset
from .back_office.members import MembersViewSet
from .queries.files import is_for_members_only


@hooks.register("register_admin_viewset")
def register_groups() -> list[ViewSet]:
    """Put the screens into the back office."""
    return [group_viewset, impulse_viewset, MembersViewSet()]


@hooks.register(MENU_HOOK)
def group_menu_item() -> MenuItem:
    return group_viewset.get_menu_item()


@hooks.register(MENU_HOOK)
def impulse_menu_item() -> MenuItem:
    return impulse_viewset.get_menu_item()


@hooks.register("register_permissions")
def register_group_permissions() -> QuerySet[Permission]:
    """Offer the permission of moderators when groups are edited."""
    return Permission.objects.filter(content_type__app_label="focusgroups", codename="moderate_focusgroup")


@hooks.register("before_serve_document")
def keep_from_strangers(document, request: HttpRequest) -> None:
    """Answer for a file of a group as if it did not exist, unless a member's page asks for it, or staff do."""
    if getattr(request, "is_group_file", False) or request.user.has_perm("wagtailadmin.access_admin"):
        return
    if is_for_members_only(document.pk):
        raise Http404
