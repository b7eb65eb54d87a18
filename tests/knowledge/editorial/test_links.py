"""The screen „Links“ and its file."""

import pytest
from django.urls import reverse

from tests.factories.editors import STRANGER, person, signed_in
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(roles):
    from digitalradar.knowledge.services.roles import EDITORS

    return signed_in(person(EDITORS))


def test_empty_library_says_so(editor):
    shown = editor.get(reverse("knowledge_links:index")).content.decode()
    assert "Kein Link führt ins Leere." in shown
    assert "Keine Seite nennt eine Adresse außerhalb." in shown


def test_broken_links_and_addresses_are_shown_with_their_pages(editor):
    law = '<p><a linktype="page" id="99999">Plan &amp; mehr</a> <a href="https://example.org/?a=1&amp;b=2">Amt</a></p>'
    page = make_guide("pruefen", law=law)
    response = editor.get(reverse("knowledge_links:index"))
    assert [broken.text for broken in response.context["links"].broken] == ["Plan & mehr"]
    shown = response.content.decode()
    assert "<td>Plan &amp; mehr</td>" in shown
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in shown
    assert 'href="https://example.org/?a=1&amp;b=2" rel="noreferrer"' in shown


def test_addresses_as_a_file(editor):
    make_guide("pruefen", law='<p><a href="https://example.org/a">Amt</a></p>')
    response = editor.get(reverse("knowledge_links:csv"))
    assert response["Content-Type"].startswith("text/csv")
    assert "https://example.org/a" in response.content.decode("utf-8-sig")
    assert "Leitfaden pruefen" in response.content.decode("utf-8-sig")


def test_menu_leads_there(editor):
    assert reverse("knowledge_links:index") in editor.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("name", ["index", "csv"])
def test_nobody_else_sees_it(roles, name):
    response = signed_in(person(STRANGER)).get(reverse(f"knowledge_links:{name}"))
    assert (response.status_code, response.url) == (302, reverse("wagtailadmin_home"))
