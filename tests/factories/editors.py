"""People who look after the library, and what they send to the back office."""

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from digitalradar.accounts.models import User
from digitalradar.knowledge.models import GuideIndexPage, GuidePage
from digitalradar.knowledge.services.roles import EDITORS, PUBLISHERS, REVIEWERS, add_roles
from tests.factories.knowledge import TEXTS

ADMINISTRATOR = "Administration"
STRANGER = "nur Anmeldung"
ROLES = (EDITORS, REVIEWERS, PUBLISHERS)
PLAIN = ("title", "slug", "identifier", "promise", "stage_from", "stage_to", "hours_min", "hours_max", "weeks_min")
PLAIN += ("weeks_max", "cost_class", "as_of")


def person(role: str, **fields: Any) -> User:
    """Return a user of the back office in one of the groups; the shelves have to be there."""
    add_roles()
    email = f"person{User.objects.count()}@example.org"
    if role == ADMINISTRATOR:
        return User.objects.create_superuser(email, "ein langes Passwort", **fields)
    user = User.objects.create_user(email, "ein langes Passwort", is_staff=True, **fields)
    if role == STRANGER:
        user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    else:
        user.groups.add(Group.objects.get(name=role))
    return user


def signed_in(user: User) -> Client:
    """Return a client of this user."""
    client = Client()
    client.force_login(user)
    return client


def sent_guide(page: GuidePage, **changes: Any) -> dict[str, Any]:
    """Return what the editor of a guide sends, with some fields changed; lists come from their stored form."""
    values: dict[str, Any] = {name: value for name in PLAIN if (value := getattr(page, name)) is not None}
    values |= {"topic_field": page.topic_field_id, "dimension": page.dimension_id, "sizes": page.sizes}
    values |= {name: rich_text(getattr(page, name)) for name in TEXTS}
    values |= {name: streamfield(_entries(page, name)) for name in ("essentials", "steps", "balance", "mistakes")}
    values |= {name: streamfield([]) for name in ("deadlines", "sources")}
    values |= {name: inline_formset([]) for name in ("prerequisites", "related", "comments")}
    sizes = values.pop("sizes")
    return nested_form_data(values | changes) | {"sizes": sizes}


def _entries(page: GuidePage, name: str) -> list[tuple[str, Any]]:
    return [(entry["type"], _sent(entry["value"])) for entry in getattr(page, name).get_prep_value()]


def _sent(value: Any) -> Any:
    """Return a block's stored value as its form sends it."""
    if isinstance(value, dict):
        return {key: _sent(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return streamfield([("item", entry["value"]) for entry in value])
    return rich_text(value) if value.startswith("<p") else value


def address_to_edit(page: GuidePage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def address_to_create(language: str = "de") -> str:
    shelf = GuideIndexPage.objects.get(locale__language_code=language)
    return reverse("wagtailadmin_pages:add", args=["knowledge", "guidepage", shelf.pk])
