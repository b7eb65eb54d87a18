"""From a draft to a reviewed publication, through requests to the back office."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils.timezone import localdate

from digitalradar.core.errors import DomainError
from digitalradar.knowledge.models import GuidePage, Review, ReviewComment
from digitalradar.knowledge.queries.reviews import open_review
from digitalradar.knowledge.services.reviews import agree, send_back
from digitalradar.knowledge.services.roles import EDITORS, PUBLISHERS, REVIEWERS
from tests.assessments.together import together
from tests.factories.editors import STRANGER, address_to_edit, person, sent_guide, signed_in
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.django_db

SUBMIT, PUBLISH = {"action-submit": "1"}, {"action-publish": "1"}
NOTE = {"change_note": "Neues Versprechen."}


@pytest.fixture
def guide(roles) -> GuidePage:
    return make_guide(version="2026.1")


@pytest.fixture
def submitted(guide) -> GuidePage:
    """A guide whose next version lies with the reviewers."""
    editor = signed_in(person(EDITORS))
    answer = editor.post(address_to_edit(guide), sent_guide(guide, promise="Sie prüfen alles.") | NOTE | SUBMIT)
    assert answer.status_code == 302
    return guide


@pytest.fixture
def reviewer(roles):
    return signed_in(person(REVIEWERS, first_name="Ada", last_name="Beispiel"))


def read(page: GuidePage) -> str:
    return reverse("knowledge_review:read", args=[page.pk])


def agreement(page: GuidePage, **changes) -> dict:
    sent = {"action": "agree", "revision": open_review(page).revision_id, "agree-name": "Dr. Ada Beispiel"}
    return sent | {"agree-institution": "Beispiel-Hochschule", "agree-comment": "Gut."} | changes


def approve_publication(page: GuidePage) -> None:
    state = GuidePage.objects.get(pk=page.pk).current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    assert signed_in(person(PUBLISHERS)).post(address, {"comment": ""}).status_code == 302


def claim(page: GuidePage) -> tuple[str, str, str, str]:
    page = GuidePage.objects.get(pk=page.pk)
    return page.version, page.promise, page.reviewed_by, page.reviewed_version


def test_what_was_submitted_waits_for_the_reviewers(submitted, reviewer):
    waiting = reviewer.get(reverse("knowledge_review:index")).context["waiting"]
    assert [(text.page_id, text.title, text.kind, text.version, text.sender) for text in waiting] == [
        (submitted.pk, "Leitfaden pruefen", "Leitfaden", "2026.2", "person0@example.org")
    ]
    page = reviewer.get(read(submitted)).content.decode()
    assert "Sie prüfen alles." in page
    assert "Entwurf der Fassung 2026.2." in page


def test_agreement_is_shown_once_the_text_is_public(submitted, reviewer):
    assert reviewer.post(read(submitted), agreement(submitted)).status_code == 302
    assert claim(submitted) == ("2026.1", "Sie prüfen etwas.", "", "")
    approve_publication(submitted)
    assert claim(submitted) == ("2026.2", "Sie prüfen alles.", "Dr. Ada Beispiel, Beispiel-Hochschule", "2026.2")
    assert GuidePage.objects.get(pk=submitted.pk).reviewed_on == localdate()


@pytest.mark.parametrize(
    ("change", "claimed"),
    [
        ({"stage_to": 3}, "2026.2"),
        ({"promise": "Sie prüfen jetzt alles."}, "2026.2"),  # a word more
        ({"promise": "Sie prüfen alles nicht."}, ""),  # the same, but with another meaning
        ({"hours_max": 9}, ""),  # another figure
    ],
)
def test_a_changed_text_claims_only_the_review_it_had(submitted, reviewer, change, claimed):
    reviewer.post(read(submitted), agreement(submitted))
    approve_publication(submitted)
    page = GuidePage.objects.get(pk=submitted.pk)
    sent = sent_guide(page, change_note="Noch etwas.", **change)
    signed_in(person(PUBLISHERS)).post(address_to_edit(page), sent | PUBLISH)
    assert claim(submitted)[3] == claimed
    assert (claim(submitted)[2] != "") == (claimed != "")


def test_a_reviewed_text_that_is_published_again_is_reviewed_again(submitted, reviewer):
    reviewer.post(read(submitted), agreement(submitted))
    approve_publication(submitted)
    reviewed = GuidePage.objects.get(pk=submitted.pk).live_revision
    other = GuidePage.objects.get(pk=submitted.pk)
    other.promise = "Ein ganz anderes Versprechen in 3 Tagen."
    other.save_revision().publish()
    assert claim(submitted)[2] == ""
    reviewed.publish()
    assert claim(submitted)[2:] == ("Dr. Ada Beispiel, Beispiel-Hochschule", "2026.2")


def test_text_goes_back_with_a_reason_and_comes_again(submitted, reviewer):
    sent = {"action": "return", "revision": open_review(submitted).revision_id, "return-comment": "Die Frist fehlt."}
    reviewer.post(read(submitted), sent)
    state = GuidePage.objects.get(pk=submitted.pk).current_workflow_state
    assert (state.status, state.current_task_state.comment) == ("needs_changes", "Die Frist fehlt.")
    assert claim(submitted)[0] == "2026.1"
    again = sent_guide(submitted, promise="Sie prüfen alles bis Mai.") | NOTE | SUBMIT
    signed_in(person(EDITORS)).post(address_to_edit(submitted), again)
    assert open_review(submitted).revision.as_object().promise == "Sie prüfen alles bis Mai."


def test_remarks_are_kept_for_the_editors(submitted, reviewer):
    reviewer.post(read(submitted), {"action": "remark", "section": "law", "text": "Quelle fehlt."})
    one = ReviewComment.objects.get()
    assert (one.page_id, one.section, one.text, one.user.get_full_name()) == (
        submitted.pk,
        "law",
        "Quelle fehlt.",
        "Ada Beispiel",
    )
    assert "Quelle fehlt." in reviewer.get(read(submitted)).content.decode()


def test_two_agreements_count_once(submitted, reviewer):
    sent = agreement(submitted)
    reviewer.post(read(submitted), sent)
    answer = signed_in(person(REVIEWERS)).post(read(submitted), sent)
    assert answer.status_code == 302
    assert Review.objects.count() == 1


def test_another_text_than_the_one_read_is_not_agreed_to(submitted, reviewer):
    answer = reviewer.post(read(submitted), agreement(submitted, revision=1))
    (message,) = get_messages(answer.wsgi_request)
    assert str(message).strip() == "Der Text wurde inzwischen geändert. Bitte lesen Sie die neue Fassung."
    assert not Review.objects.exists()


@pytest.mark.parametrize(
    "sent",
    [
        {"action": "agree", "agree-name": ""},
        {"action": "agree", "agree-name": "x" * 81},
        {"action": "return", "return-comment": " "},
        {"action": "remark", "text": ""},
        {"action": "remark", "text": "x" * 2001},
        {"action": "remark", "text": "Gut.", "section": "gibt-es-nicht"},
        {},
    ],
)
def test_wrong_input_is_explained(submitted, reviewer, sent):
    answer = reviewer.post(read(submitted), {"revision": open_review(submitted).revision_id} | sent)
    assert answer.status_code == 400
    assert b'role="alert"' in answer.content
    assert open_review(submitted) is not None


def test_a_text_under_review_is_not_changed(submitted):
    for role in (EDITORS, PUBLISHERS):
        signed_in(person(role)).post(address_to_edit(submitted), sent_guide(submitted, promise="Anders.") | NOTE)
    assert open_review(submitted).revision.as_object().promise == "Sie prüfen alles."
    assert GuidePage.objects.get(pk=submitted.pk).get_latest_revision_as_object().promise == "Sie prüfen alles."


@pytest.mark.parametrize("role", [EDITORS, PUBLISHERS, STRANGER])
def test_only_reviewers_decide(submitted, role):
    client = signed_in(person(role))
    for answer in (client.get(read(submitted)), client.post(read(submitted), agreement(submitted))):
        assert (answer.status_code, answer["Location"]) == (302, "/verwaltung/")
    assert not Review.objects.exists()


def test_pages_that_are_not_under_review_lead_back(guide, reviewer):
    for answer in (reviewer.get(read(guide)), reviewer.post(read(guide), {"action": "agree"})):
        assert (answer.status_code, answer["Location"]) == (302, reverse("knowledge_review:index"))
    assert reviewer.get(reverse("knowledge_review:read", args=[999999])).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_needs_a_constant_number_of_queries(roles, reviewer, count, django_assert_num_queries):
    for number in range(count):
        page = make_guide(f"leitfaden-{number}")
        page.get_workflow().start(page, user=None)
    reviewer.get(reverse("knowledge_review:index"))
    with django_assert_num_queries(13):
        assert len(reviewer.get(reverse("knowledge_review:index")).context["waiting"]) == count


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_two_reviewers_who_decide_at_the_same_moment(emptied_roles):
    page = make_guide()
    page.get_workflow().start(page, user=None)
    first, second = person(REVIEWERS), person(REVIEWERS)
    seen = open_review(page).revision_id

    def decide(act) -> str:
        try:
            act()
        except DomainError as refusal:
            return str(refusal)
        return "done"

    answers = together(
        lambda: decide(lambda: agree(page=page, user=first, revision_id=seen, reviewer="Dr. Ada Beispiel")),
        lambda: decide(lambda: send_back(page=page, user=second, revision_id=seen, comment="Die Frist fehlt.")),
    )
    assert sorted(answers) == [
        "Dieser Text liegt nicht mehr bei der Fachprüfung. Jemand hat ihn schon bearbeitet.",
        "done",
    ]
    assert Review.objects.count() == (1 if answers[0] == "done" else 0)
