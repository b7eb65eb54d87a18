"""A group for those who look after the checks, so that nobody has to collect permissions one by one."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

NAME = "Redaktion Checks"
APPS = {
    "assessments": (
        "read_catalogues",
        "activate_catalogues",
        "release_comparison",
        "view_usagecount",
        "add_starttext",
        "change_starttext",
        "delete_starttext",
        "publish_starttext",
    ),
    "core": ("view_retention",),
    "wagtailadmin": ("access_admin",),
}


@transaction.atomic
def add_staff_group() -> str | None:
    """Add the group with its permissions where it is missing; one that is there stays as it is."""
    group, is_new = Group.objects.get_or_create(name=NAME)
    if not is_new:
        return None
    wanted = Q()
    for app, names in APPS.items():
        wanted |= Q(content_type__app_label=app, codename__in=names)
    group.permissions.set(Permission.objects.filter(wanted))
    return _("Die Gruppe „%(name)s“ ist angelegt.") % {"name": NAME}
