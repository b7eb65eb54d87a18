"""Who hears of a step of the workflow; all through the outbox, nothing directly."""

import pytest
from django.core import mail
from django.urls import reverse

from digitalradar.knowledge.models import GuidePage
from digitalradar.knowledge.queries.reviews import open_review
from digitalradar.knowledge.services.roles import EDITORS, PUBLISHERS, REVIEWERS
from digitalradar.mail.models import Message
from digitalradar.mail.previews import previews
from digitalradar.mail.rendering import render
from tests.factories.editors import address_to_edit, person, sent_guide, signed_in
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.django_db
SENT = {"change_note": "Neu.", "action-submit": "1"}


@pytest.fixture
def people(roles):
    return {role: person(role) for role in (EDITORS, REVIEWERS, PUBLISHERS)}


@pytest.fixture
def guide(people) -> GuidePage:
    page = make_guide()
    signed_in(people[EDITORS]).post(address_to_edit(page), sent_guide(page, promise="Sie prüfen alles.") | SENT)
    return page


def new_messages(people) -> list[tuple[str, str]]:
    """Return role and kind of what was written since the last look."""
    roles = {user.email: role for role, user in people.items()}
    rows = [(roles[row.recipient], row.kind) for row in Message.objects.order_by("pk")]
    Message.objects.all().delete()
    return rows


def test_each_step_tells_whose_turn_it_is(people, guide):
    assert Message.objects.get().text.count(reverse("knowledge_review:read", args=[guide.pk])) == 1
    assert new_messages(people) == [(REVIEWERS, "knowledge.step_waiting")]
    sent = {"action": "agree", "revision": open_review(guide).revision_id, "agree-name": "Dr. Ada Beispiel"}
    signed_in(people[REVIEWERS]).post(reverse("knowledge_review:read", args=[guide.pk]), sent)
    assert new_messages(people) == [(PUBLISHERS, "knowledge.step_waiting")]
    state = GuidePage.objects.get(pk=guide.pk).current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[guide.pk, "approve", state.pk])
    signed_in(people[PUBLISHERS]).post(address, {"comment": ""})
    assert new_messages(people) == [(EDITORS, "knowledge.text_published")]
    assert mail.outbox == []


def test_a_returned_text_brings_its_reason(people, guide):
    new_messages(people)
    sent = {"action": "return", "revision": open_review(guide).revision_id, "return-comment": "Die Frist fehlt."}
    signed_in(people[REVIEWERS]).post(reverse("knowledge_review:read", args=[guide.pk]), sent)
    assert "Die Frist fehlt." in Message.objects.get().text
    assert new_messages(people) == [(EDITORS, "knowledge.text_returned")]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("kind", ["reviews_due", "step_waiting", "text_returned", "text_published"])
def test_previews_need_no_database(kind, language, django_db_blocker):
    preview = next(one for one in previews() if one.kind == f"knowledge.{kind}")
    rendered = render(preview.template, preview.example(), language)
    assert "Datensicherung" in rendered.text
    assert "Datensicherung" in rendered.html
    assert rendered.subject.startswith("Digitalradar: ")
