"""Who may look after dates: given to the editors' group as long as the region has not decided about it."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.translation import gettext as _

NAME = "Redaktion"
APP = "events"
# Everything about dates and the people who come; other programs (webhooks) stay with administrators.
MODELS = ("occurrence", "registration", "place", "series")
ACTIONS = ("add", "change", "delete", "view")


@transaction.atomic
def add_event_permissions() -> str | None:
    """Let the group „Redaktion“ do everything about dates, once: not if any group may do something about them."""
    own = Permission.objects.filter(content_type__app_label=APP)
    if own.filter(group__isnull=False).exists():
        return None
    group, is_new = Group.objects.get_or_create(name=NAME)
    codenames = [f"{action}_{model}" for action in ACTIONS for model in MODELS]
    group.permissions.add(*own.filter(codename__in=codenames))
    if is_new:
        sign_in = Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
        group.permissions.add(*sign_in)
    return _("Die Gruppe „%(name)s“ darf jetzt Termine planen.") % {"name": NAME}
