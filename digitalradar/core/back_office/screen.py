"""What every screen has in common: a permission, a frame, a place in the menu."""

from django.contrib.auth.models import Permission
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet


def refuse(request: HttpRequest, permission: str) -> HttpResponse:
    """Lead back to the first page of the back office and say which permission is missing."""
    app, _dot, codename = permission.partition(".")
    found = Permission.objects.filter(content_type__app_label=app, codename=codename).first()
    messages.error(
        request,
        _("Dafür brauchen Sie die Berechtigung „%(name)s“. Ihre Verwaltung kann sie Ihrer Gruppe geben.")
        % {"name": found.name if found else permission},
    )
    return redirect("wagtailadmin_home")


class PermissionRequired:
    """Let only users with ``permission`` see a view, a Django permission such as ``assessments.read_catalogues``."""

    permission = ""

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.has_perm(self.permission):
            return refuse(request, self.permission)
        return super().dispatch(request, *args, **kwargs)


class Screen(PermissionRequired, WagtailAdminTemplateMixin, TemplateView):
    """One page in Wagtail's frame; ``parents`` are the places it stands below, from the left."""

    parents: list[dict[str, str]] = []

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*self.breadcrumbs_items, *self.get_parents(), {"url": "", "label": self.get_page_title()}]

    def get_parents(self) -> list[dict[str, str]]:
        return self.parents


class ScreenViewSet(ViewSet):
    """Addresses of one screen and what belongs to it; its menu entry is shown to those with ``permission``."""

    permission = ""

    @cached_property
    def menu_item_class(self) -> type[MenuItem]:
        permission = self.permission

        class PermittedMenuItem(MenuItem):
            def is_shown(self, request: HttpRequest) -> bool:
                return request.user.has_perm(permission)

        return PermittedMenuItem
