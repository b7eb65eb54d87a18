"""Public pages are strict; the back office gets what its editor needs, and may frame previews."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from digitalradar.accounts.models import User

HEADER = "Content-Security-Policy"


def directives(response) -> dict[str, str]:
    return dict(part.strip().split(" ", 1) for part in response[HEADER].split(";") if part.strip())


def test_public_pages_allow_only_their_own_files(client, db):
    policy = directives(client.get("/gibt-es-nicht/"))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"


def test_back_office_replaces_what_it_needs(client, db):
    policy = directives(client.get(reverse("wagtailadmin_login")))
    assert policy["frame-ancestors"] == "'self'"
    assert "'unsafe-inline'" in policy["script-src"]
    assert policy["default-src"] == policy["base-uri"] == "'none'"


@pytest.mark.django_db
def test_preview_stays_strict_but_may_be_framed_by_the_editor(client):
    client.force_login(User.objects.create_superuser("redaktion@example.org", "ein langes Passwort"))
    page = Page.objects.get(depth=2)
    policy = directives(client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])))
    assert policy["frame-ancestors"] == policy["script-src"] == policy["style-src"] == "'self'"
