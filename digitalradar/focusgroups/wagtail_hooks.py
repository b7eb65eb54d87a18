"""Back office: groups and talks in the menu „Termine“; files of members stay with members."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet
from wagtail.documents.models import AbstractDocument

from digitalradar.events.back_office.names import MENU_HOOK
from digitalradar.events.files import PUBLIC_ADDRESS

from .back_office.groups import citation_viewset, group_viewset, impulse_viewset
from .back_office.members import MembersViewSet
from .queries.files import is_for_members_only


@hooks.register("register_admin_viewset")
def register_groups() -> list[ViewSet]:
    """Put the screens into the back office."""
    return [group_viewset, impulse_viewset, citation_viewset, MembersViewSet()]


@hooks.register(MENU_HOOK)
def group_menu_item() -> MenuItem:
    return group_viewset.get_menu_item()


@hooks.register(MENU_HOOK)
def impulse_menu_item() -> MenuItem:
    return impulse_viewset.get_menu_item()


@hooks.register(MENU_HOOK)
def citation_menu_item() -> MenuItem:
    return citation_viewset.get_menu_item()


@hooks.register("register_permissions")
def register_group_permissions() -> QuerySet[Permission]:
    """Offer the permission of moderators when groups are edited."""
    return Permission.objects.filter(content_type__app_label="focusgroups", codename="moderate_focusgroup")


@hooks.register("before_serve_document")
def keep_from_strangers(document: AbstractDocument, request: HttpRequest) -> None:
    """Answer at the public address of files like a file that is not there, for talks that are for members alone.

    Views that look after themselves who asks use ``events.files.send``; staff see everything.
    """
    match = request.resolver_match
    if match is None or match.url_name != PUBLIC_ADDRESS or request.user.has_perm("wagtailadmin.access_admin"):
        return
    if is_for_members_only(document.pk):
        raise Http404
