"""What the editor does with number, date and change note."""

from datetime import date

import pytest

from digitalradar.knowledge.models import GuidePage
from digitalradar.knowledge.services import versions
from digitalradar.knowledge.services.roles import PUBLISHERS
from tests.factories.editors import address_to_create, address_to_edit, person, sent_guide, signed_in
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.django_db
PUBLISH = {"action-publish": "1"}


@pytest.fixture
def guide(roles) -> GuidePage:
    return make_guide(version="2026.3", published_on="2026-01-10")


@pytest.fixture
def publisher(roles):
    return signed_in(person(PUBLISHERS))


def stored(page: GuidePage) -> tuple[str, str, str]:
    page = GuidePage.objects.get(pk=page.pk)
    return page.version, str(page.published_on), page.change_note


def test_a_new_guide_begins_the_year(publisher, guide):
    sent = sent_guide(guide, title="Neu", slug="neu", identifier="neu") | PUBLISH
    answer = publisher.post(address_to_create(), sent)
    assert answer.status_code == 302, answer.context["form"].errors
    assert GuidePage.objects.get(slug="neu").version.endswith(".1")


def test_another_text_gets_the_next_number_and_the_day_of_publication(publisher, guide, monkeypatch):
    monkeypatch.setattr(versions, "localdate", lambda: date(2026, 12, 5))
    draft = sent_guide(guide, promise="Sie prüfen alles.")
    publisher.post(address_to_edit(guide), draft)
    assert stored(guide) == ("2026.3", "2026-01-10", "")
    publisher.post(address_to_edit(guide), draft | {"change_note": "Neues Versprechen."} | PUBLISH)
    assert stored(guide) == ("2026.4", "2026-12-05", "Neues Versprechen.")


def test_sorting_anew_is_no_new_version(publisher, guide):
    sent = sent_guide(guide, stage_to=3, change_note="Anders eingeordnet.") | PUBLISH
    publisher.post(address_to_edit(guide), sent)
    assert stored(guide) == ("2026.3", "2026-01-10", "Anders eingeordnet.")


def test_publishing_a_change_asks_what_is_new(publisher, guide):
    sent = sent_guide(guide, promise="Sie prüfen alles.") | PUBLISH
    answer = publisher.post(address_to_edit(guide), sent)
    assert answer.context["form"].errors.keys() == {"change_note"}
    assert stored(guide) == ("2026.3", "2026-01-10", "")


def test_the_next_change_does_not_repeat_the_old_note(publisher, guide):
    sent = sent_guide(guide, promise="Sie prüfen alles.", change_note="Neues Versprechen.")
    publisher.post(address_to_edit(guide), sent | PUBLISH)
    assert publisher.get(address_to_edit(guide)).context["form"]["change_note"].value() == ""


def test_a_number_given_by_a_file_stays(guide):
    guide.promise, guide.version = "Aus einer Datei.", "2026.9"
    guide.save_revision().publish()
    assert stored(guide) == ("2026.9", "2026-01-10", "")
