"""Back office: stations and rounds of a tasting, and the equipment they share."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks

from .back_office.equipment import EquipmentViewSet
from .back_office.paths import tasting_paths


@hooks.register("register_admin_urls")
def register_tasting_urls() -> list[URLPattern | URLResolver]:
    """Put the screens below the dates."""
    return [path("termine/stationen/", include((tasting_paths(), "tastings_admin")))]


@hooks.register("register_admin_viewset")
def register_equipment() -> EquipmentViewSet:
    """Put the list of equipment into the group „Termine“."""
    return EquipmentViewSet()


@hooks.register("register_permissions")
def register_tasting_permissions() -> QuerySet[Permission]:
    """Offer the permissions about equipment when groups are edited."""
    return Permission.objects.filter(content_type__app_label="tastings", content_type__model="equipment")
