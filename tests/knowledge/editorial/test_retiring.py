"""Taking a page down without closing the door."""

import pytest
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect

from digitalradar.knowledge.models import GuidePage
from digitalradar.knowledge.services.roles import PUBLISHERS
from tests.factories.editors import person, signed_in
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.django_db
OLD = "/leitfaeden/pruefen/"


@pytest.fixture
def publisher(roles):
    return signed_in(person(PUBLISHERS))


@pytest.fixture
def guide(roles) -> GuidePage:
    return make_guide()


def retire(client, page: GuidePage, successor: object = ""):
    return client.post(reverse("knowledge_sheet:retire", args=[page.pk]), {"successor": successor})


def test_the_old_address_leads_to_the_successor(client, publisher, guide):
    new = make_guide("neuer")
    assert retire(publisher, guide, new.pk).status_code == 302
    assert not GuidePage.objects.get(pk=guide.pk).live
    answer = client.get(OLD)
    assert (answer.status_code, answer["Location"]) == (302, "/leitfaeden/neuer/")


def test_a_chain_of_successors_stays_short(client, publisher, guide):
    second, third = make_guide("zweiter"), make_guide("dritter")
    retire(publisher, guide, second.pk)
    retire(publisher, second, third.pk)
    assert client.get(OLD)["Location"] == "/leitfaeden/dritter/"
    assert Redirect.objects.count() == 2


def test_without_a_successor_the_address_is_unknown(client, publisher, guide):
    retire(publisher, guide)
    assert client.get(OLD).status_code == 404


def test_published_again_the_page_answers_itself(client, publisher, guide):
    retire(publisher, guide, make_guide("neuer").pk)
    GuidePage.objects.get(pk=guide.pk).save_revision().publish()
    assert client.get(OLD).status_code == 200


@pytest.mark.parametrize("kind", ["itself", "other language", "not public", "nonsense"])
def test_wrong_successors_are_refused(publisher, guide, kind):
    hidden = make_guide("versteckt")
    hidden.unpublish()
    chosen = {
        "itself": guide.pk,
        "other language": make_guide("english", language="en").pk,
        "not public": hidden.pk,
        "nonsense": "x",
    }[kind]
    assert retire(publisher, guide, chosen).status_code == 400
    assert GuidePage.objects.get(pk=guide.pk).live


def test_what_is_not_public_is_not_retired(publisher, guide):
    retire(publisher, guide)
    assert publisher.get(reverse("knowledge_sheet:retire", args=[guide.pk]))["Location"] == "/verwaltung/"


def test_translations_are_named(publisher, guide):
    page = make_guide("english", language="en")
    GuidePage.objects.filter(pk=page.pk).update(translation_key=guide.translation_key)
    answer = publisher.get(reverse("knowledge_sheet:retire", args=[guide.pk]))
    assert [one.pk for one in answer.context["translations"]] == [page.pk]
