"""Makes people who sign in to the back office."""

from django.contrib.auth.models import Group, Permission
from django.test import Client

from digitalradar.accounts.models import User
from digitalradar.assessments.services.staff_group import add_staff_group

EVERYTHING = "administrator"
GROUP = "Redaktion Checks"
NOTHING = "nur Anmeldung"


def staff_client(*permissions: str, role: str = NOTHING) -> Client:
    """Return a client signed in with these permissions (``app.codename``), or in a role."""
    client = Client()
    client.force_login(staff_user(*permissions, role=role))
    return client


def staff_user(*permissions: str, role: str = NOTHING) -> User:
    """Return a user who may open the back office and has these permissions, or a role."""
    email = f"redaktion{User.objects.count()}@example.org"
    if role == EVERYTHING:
        return User.objects.create_superuser(email, "ein langes Passwort")
    user = User.objects.create_user(email, "ein langes Passwort", is_staff=True)
    for permission in ("wagtailadmin.access_admin", *permissions):
        app, codename = permission.split(".")
        user.user_permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    if role == GROUP:
        add_staff_group()
        user.groups.add(Group.objects.get(name=GROUP))
    return user
