"""Who may do what in the library: role × action, each tried through a request to the back office."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import Workflow

from digitalradar.knowledge.models import Fact, GlossaryTerm, GuidePage, PreviewLink, Review, ReviewComment
from digitalradar.knowledge.queries.reviews import open_review
from digitalradar.knowledge.services.roles import EDITORS, PUBLISHERS, REVIEWERS, add_roles
from digitalradar.search.models import SynonymGroup
from tests.factories.editors import (
    ADMINISTRATOR,
    STRANGER,
    address_to_create,
    address_to_edit,
    person,
    sent_guide,
    signed_in,
)
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.django_db

EVERYBODY = {EDITORS, REVIEWERS, PUBLISHERS, ADMINISTRATOR}
TEXT = {EDITORS, PUBLISHERS, ADMINISTRATOR}
FREE = {PUBLISHERS, ADMINISTRATOR}
REVIEW = {REVIEWERS, ADMINISTRATOR}


@pytest.fixture
def guide(roles) -> GuidePage:
    return make_guide()


def stored(page: GuidePage) -> GuidePage:
    return GuidePage.objects.get(pk=page.pk)


def in_review(page: GuidePage) -> int:
    Workflow.objects.get(name="Leitfaden").start(page, user=None)
    return open_review(page).revision_id


def creates(client: Client, page: GuidePage) -> bool:
    client.post(address_to_create(), sent_guide(page, title="Neu", slug="neu", identifier="neu"))
    return GuidePage.objects.filter(slug="neu", live=False).exists()


def edits(client: Client, page: GuidePage) -> bool:
    client.post(address_to_edit(page), sent_guide(page, promise="Anders."))
    return stored(page).get_latest_revision_as_object().promise == "Anders."


def edits_during_review(client: Client, page: GuidePage) -> bool:
    in_review(page)
    return edits(client, page)


def submits(client: Client, page: GuidePage) -> bool:
    sent = sent_guide(page, promise="Anders.", change_note="Neu.") | {"action-submit": "1"}
    client.post(address_to_edit(page), sent)
    return open_review(page) is not None


def remarks(client: Client, page: GuidePage) -> bool:
    in_review(page)
    client.post(reverse("knowledge_review:read", args=[page.pk]), {"action": "remark", "text": "Die Frist fehlt."})
    return ReviewComment.objects.exists()


def agrees(client: Client, page: GuidePage) -> bool:
    sent = {"action": "agree", "revision": in_review(page), "agree-name": "Dr. Ada Beispiel"}
    client.post(reverse("knowledge_review:read", args=[page.pk]), sent)
    return Review.objects.exists()


def sends_back(client: Client, page: GuidePage) -> bool:
    sent = {"action": "return", "revision": in_review(page), "return-comment": "Die Frist fehlt."}
    client.post(reverse("knowledge_review:read", args=[page.pk]), sent)
    return open_review(page) is None


def agrees_past_the_screen(client: Client, page: GuidePage) -> bool:
    in_review(page)
    state = open_review(page)
    for action in ("approve", "reject"):
        client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk]), {"comment": "x"})
    return open_review(page) is None


def publishes(client: Client, page: GuidePage) -> bool:
    sent = sent_guide(page, promise="Anders.", change_note="Neu.") | {"action-publish": "1"}
    client.post(address_to_edit(page), sent)
    return stored(page).promise == "Anders."


def unpublishes(client: Client, page: GuidePage) -> bool:
    client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    return not stored(page).live


def retires(client: Client, page: GuidePage) -> bool:
    client.post(reverse("knowledge_sheet:retire", args=[page.pk]), {"successor": ""})
    return not stored(page).live


def deletes_what_is_public(client: Client, page: GuidePage) -> bool:
    client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    return not GuidePage.objects.filter(pk=page.pk).exists()


def deletes_a_draft(client: Client, page: GuidePage) -> bool:
    page.unpublish()
    return deletes_what_is_public(client, page)


def makes_preview_links(client: Client, page: GuidePage) -> bool:
    client.post(reverse("knowledge_sheet:index", args=[page.pk]), {"action": "make_link", "label": ""})
    return PreviewLink.objects.exists()


def adds_facts(client: Client, page: GuidePage) -> bool:
    sent = {"id": "F-NEU-01", "topic": "Neu", "text": "Neu.", "as_of": "2026", "sources": "", "note": ""}
    client.post(reverse(Fact.snippet_viewset.get_url_name("add")), sent)
    return Fact.objects.filter(pk="F-NEU-01").exists()


def changes_facts(client: Client, page: GuidePage) -> bool:
    Fact.objects.create(id="F-ALT-01", topic="Alt", text="Alt.", as_of="2026")
    address = reverse(Fact.snippet_viewset.get_url_name("edit"), args=["F-ALT-01"])
    client.post(address, {"topic": "Alt", "text": "Neu.", "as_of": "2026", "sources": "", "note": ""})
    return Fact.objects.get().text == "Neu."


def looks_facts_up(client: Client, page: GuidePage) -> bool:
    return client.get(reverse(Fact.snippet_viewset.get_url_name("list"))).status_code == 200


def changes_terms(client: Client, page: GuidePage) -> bool:
    GlossaryTerm.objects.create(id="wort", term="Wort", text="Alt.")
    address = reverse(GlossaryTerm.snippet_viewset.get_url_name("edit"), args=["wort"])
    client.post(address, {"term": "Wort", "text": "Neu.", "forms": "Worte\nWörter", "forms_en": ""})
    return GlossaryTerm.objects.get().forms == ["Worte", "Wörter"]


def changes_synonyms(client: Client, page: GuidePage) -> bool:
    address = reverse(SynonymGroup.snippet_viewset.get_url_name("add"))
    client.post(address, {"words": "Zettel\nListe", "language": "de", "note": "", "is_active": "on"})
    return SynonymGroup.objects.exists()


def sees(name: str, *, of_page: bool = False) -> Callable[[Client, GuidePage], bool]:
    def look(client: Client, page: GuidePage) -> bool:
        return client.get(reverse(name, args=[page.pk] if of_page else [])).status_code == 200

    return look


MATRIX: dict[str, tuple[Callable[[Client, GuidePage], bool], set[str]]] = {
    "create": (creates, TEXT),
    "edit": (edits, TEXT),
    "edit during review": (edits_during_review, set()),
    "submit": (submits, TEXT),
    "remark": (remarks, REVIEW),
    "agree": (agrees, REVIEW),
    "send back": (sends_back, REVIEW),
    "agree past the screen": (agrees_past_the_screen, set()),
    "publish": (publishes, FREE),
    "unpublish": (unpublishes, FREE),
    "retire": (retires, FREE),
    "delete what is public": (deletes_what_is_public, FREE),
    "delete a draft": (deletes_a_draft, TEXT),
    "make preview links": (makes_preview_links, TEXT),
    "add facts": (adds_facts, TEXT),
    "change facts": (changes_facts, TEXT),
    "look facts up": (looks_facts_up, EVERYBODY),
    "change terms": (changes_terms, TEXT),
    "change synonyms": (changes_synonyms, TEXT),
    "see what waits": (sees("knowledge_review:index"), REVIEW),
    "see the plan": (sees("knowledge_week:index"), TEXT),
    "see the calendar": (sees("knowledge_calendar:index"), TEXT),
    "see the statistics": (sees("knowledge_statistics:index"), TEXT),
    "load the statistics": (sees("knowledge_statistics:csv"), TEXT),
    "see changed facts": (sees("knowledge_fact_report:index"), TEXT),
    "see a sheet": (sees("knowledge_sheet:index", of_page=True), TEXT),
    "see the list": (sees("knowledge_guides:index"), TEXT),
    "see unanswered searches": (sees("wagtailsnippets_search_unansweredsearch:list"), TEXT),
}


def what_one_can_do(client: Client, page: GuidePage) -> set[str]:
    """Try every action, each from the same state of the database."""
    done = set()
    for name, (act, _allowed) in MATRIX.items():
        before = transaction.savepoint()
        if act(client, stored(page)):
            done.add(name)
        transaction.savepoint_rollback(before)
    return done


@pytest.mark.parametrize("role", [EDITORS, REVIEWERS, PUBLISHERS, ADMINISTRATOR, STRANGER])
def test_who_may_do_what(guide, role):
    allowed = {name for name, (_act, roles) in MATRIX.items() if role in roles}
    assert what_one_can_do(signed_in(person(role)), guide) == allowed


def test_without_signing_in_nothing_happens(guide):
    assert what_one_can_do(Client(), guide) == set()


def test_the_roles_come_once_and_stay_as_the_region_sets_them(guide):
    group = Group.objects.get(name=EDITORS)
    group.permissions.clear()
    assert add_roles() is None
    assert not group.permissions.exists()
    assert Workflow.objects.filter(name="Leitfaden").count() == 1
    assert [task.name for task in Workflow.objects.get(name="Leitfaden").tasks] == ["Fachprüfung", "Veröffentlichung"]
