"""Who sees the styleguide, and that it leaves nothing out."""

from pathlib import Path

import pytest
from django.contrib.auth import get_user_model

import digitalradar.core

COMPONENTS = Path(digitalradar.core.__file__).parent / "templates/core/components"

pytestmark = pytest.mark.django_db


def test_visitors_get_404(client):
    assert client.get("/styleguide/").status_code == 404


def test_developers_see_it(client, settings):
    settings.DEBUG = True
    assert client.get("/styleguide/").status_code == 200


@pytest.mark.parametrize(("flags", "status"), [({}, 404), ({"is_staff": True}, 200), ({"is_superuser": True}, 200)])
def test_only_staff_see_it_when_signed_in(client, flags, status):
    user = get_user_model()(email="pruefung@example.org", **flags)
    user.set_password("ein langes Passwort")
    user.save()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/styleguide/").status_code == status


def test_it_shows_every_component(client, settings):
    settings.DEBUG = True
    shown = {template.name for template in client.get("/styleguide/").templates}
    needed = {f"core/components/{file.name}" for file in COMPONENTS.glob("*.html")} - {"core/components/messages.html"}
    assert needed - shown == set()


def test_it_is_clean_html(client, settings):
    settings.DEBUG = True
    page = client.get("/styleguide/").content.decode()
    assert page.lstrip().startswith("<!doctype html>")
    assert [trace for trace in ("{#", "{%", "{{", " style=", "None") if trace in page] == []
    assert page.count("<h1") == 1
