"""Who may look after groups: given to the editors' group as long as the region has not decided about it."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.translation import gettext as _

from digitalradar.events.services.roles import NAME

APP = "focusgroups"
MODERATE = "moderate_focusgroup"  # requests, members and topics; no permission shows what members tell each other
MODELS = ("focusgroup", "impulse", "citation")
ACTIONS = ("add", "change", "delete", "view")


@transaction.atomic
def add_group_permissions() -> str | None:
    """Let the group „Redaktion“ look after focus groups, once: not if any group may do something about them."""
    own = Permission.objects.filter(content_type__app_label=APP)
    if own.filter(group__isnull=False).exists():
        return None
    editors, is_new = Group.objects.get_or_create(name=NAME)
    codenames = [f"{action}_{model}" for action in ACTIONS for model in MODELS]
    editors.permissions.add(*own.filter(codename__in=[*codenames, MODERATE]))
    if is_new:
        sign_in = Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
        editors.permissions.add(*sign_in)
    return _("Die Gruppe „%(name)s“ darf jetzt Fokusgruppen betreuen.") % {"name": NAME}
