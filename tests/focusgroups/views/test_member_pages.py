"""The private pages: what each state sees, X11 (GET is harmless), X24 (nobody else gets anything), F8."""

import json

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils.timezone import localdate, now
from wagtail.documents.models import Document

from digitalradar.accounts.models import Person
from digitalradar.events.models import Material, Minutes
from digitalradar.focusgroups.links import personal_token
from digitalradar.focusgroups.models import Contribution, Impulse, Membership, TopicProposal
from digitalradar.focusgroups.opened import OpenMember
from digitalradar.focusgroups.presentation.member import member_page
from digitalradar.focusgroups.queries.members import find_membership
from digitalradar.focusgroups.services.joining import Entry, ask_again, invite
from digitalradar.focusgroups.services.membership import leave
from tests.factories.focusgroups import coming, make_group, make_member, make_session, tell

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def url(member: Membership, name: str = "member", **more) -> str:
    return reverse(f"focusgroups:{name}", kwargs={"token": personal_token(member), **more})


def text(client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


@pytest.fixture
def world():
    """A group in which everything exists once, told by Ben, and Ada, who belongs to it."""
    group = make_group()
    session = make_session(group)
    past = make_session(group, days=-7, title="Vergangene Sitzung")
    ben = make_member(group, "Ben Beispiel")
    document = Document.objects.create(title="Folien", file=ContentFile(b"Folien", name="folien.txt"))
    impulse = Impulse.objects.create(group=group, speaker="Kim", title="Impuls", document=document)
    material = Material.objects.create(occurrence=past, title="Skizze", document=document, released_at=now())
    Minutes.objects.create(occurrence=past, text="<p>Beschluss der Gruppe</p>", state=Minutes.State.CIRCULATED)
    topic = TopicProposal.objects.create(group=group, author=ben, title="Thema der Gruppe")
    contribution = tell(ben, "Beitrag der Gruppe", session=past)
    yield {
        "group": group,
        "ada": make_member(group),
        "ben": ben,
        "session": session,
        "document": document,
        "answer": {"session_id": session.pk},
        "vote": {"topic_id": topic.pk},
        "material": {"impulse_id": impulse.pk},
        "session_material": {"material_id": material.pk},
        "contribution": {"contribution_id": contribution.pk},
        "withdraw": {"contribution_id": contribution.pk},
    }
    document.file.delete()


def test_member_sees_sessions_topics_contributions_minutes_and_files(client, world):
    html = text(client, url(world["ada"]))
    for shown in (world["session"].title, "Beschluss der Gruppe", "Thema der Gruppe", "Beitrag der Gruppe", "Impuls"):
        assert shown in html
    for name in ("material", "session_material"):
        response = client.get(url(world["ada"], name, **world[name]))
        assert (response.status_code, sent(response)) == (200, b"Folien")
        assert response["Referrer-Policy"] == "same-origin"
        assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("state", ["requested", "invited", "left", "other group", "unknown"])
def test_x24_others_get_nothing_of_the_group(client, world, state):
    group = world["group"]
    if state == "other group":
        stranger = make_member(make_group(), "Cem Beispiel")
    elif state == "left":
        stranger = make_member(group, "Cem Beispiel")
    else:
        stranger = make_member(group, "Cem Beispiel", state="active" if state == "unknown" else state)
    if state == "left":
        stranger = leave(stranger)
        Contribution.objects.update(created_at=now())
    if state == "unknown":
        Membership.objects.filter(pk=stranger.pk).update(token_hash="0" * 64)
    hidden = ("Beschluss der Gruppe", "Thema der Gruppe", "Beitrag der Gruppe", "Folien", "Ben Beispiel")
    for name in ("member", "data", "propose", "contribute"):
        response = client.get(url(stranger, name))
        html = response.content.decode()
        assert response.status_code in ({404} if state == "unknown" else {200, 404})
        assert [word for word in hidden if word in html] == [], name
    for name in ("material", "session_material", "contribution", "withdraw"):
        assert client.get(url(stranger, name, **world[name])).status_code == 404
    for name in ("answer", "vote", "withdraw", "contribution"):
        answer = client.post(url(stranger, name, **world[name]), {"answer": "ja", "go": "vote", "delete": "1"})
        assert answer.status_code == 404
    assert coming(world["session"]) == []
    assert Contribution.objects.filter(withdrawn_at=None).count() == 1


@pytest.mark.parametrize("role", ["member", "moderator"])
def test_x24_members_cannot_touch_what_others_told(client, world, role):
    Membership.objects.filter(pk=world["ada"].pk).update(role=role)
    for name in ("contribution", "withdraw"):
        address = url(world["ada"], name, **world[name])
        sent = {"confidentiality": "public", "public_name": "Ben", "released": "on", "delete": "1"}
        assert (client.get(address).status_code, client.post(address, sent).status_code) == (404, 404)
    told = Contribution.objects.get()
    assert (told.confidentiality, told.withdrawn_at) == ("group", None)


def test_x24_files_of_members_are_not_served_under_their_own_address(client, world, admin_client):
    Material.objects.all().delete()
    address = world["document"].url
    assert client.get(address).status_code == 404
    assert sent(admin_client.get(address)) == b"Folien"
    public = reverse("focusgroups:released", args=[world["group"].slug, world["material"]["impulse_id"]])
    assert client.get(public).status_code == 404
    Impulse.objects.update(released_on=localdate(), licence="CC BY 4.0")
    assert sent(client.get(address)) == sent(client.get(public)) == b"Folien"


def sent(response) -> bytes:
    return b"".join(response.streaming_content)


def test_x11_get_and_head_change_nothing(client, world):
    session = world["session"]
    make_member(world["group"], "Neu Beispiel", state="requested", confirmed_at=None)
    make_member(world["group"], "Gast Beispiel", state="invited", confirmed_at=None)
    own = tell(world["ada"])
    before = rows()
    for member in Membership.objects.all():
        for name in ("member", "confirm", "standing", "propose", "contribute", "pause", "leave", "data", "delete"):
            for method in (client.get, client.head, client.get):
                assert method(url(member, name)).status_code in {200, 404, 405}
        for name in ("contribution", "withdraw"):
            client.get(url(member, name, contribution_id=own.pk))
        for name, more in (("answer", {"session_id": session.pk}), ("vote", world["vote"])):
            assert client.get(url(member, name, **more)).status_code == 405
    assert rows() == before


def rows() -> dict[str, list]:
    models = [*apps.get_app_config("focusgroups").get_models(), *apps.get_app_config("events").get_models(), Person]
    return {model._meta.label: list(model.objects.order_by("pk").values()) for model in models}


def test_request_is_confirmed_by_the_button_of_the_mails_page(client):
    membership = make_member(make_group(), state="requested", confirmed_at=None)
    assert "Ja, ich möchte mitmachen" in text(client, url(membership))
    client.post(url(membership, "confirm"))
    assert "Ihre Anfrage ist bei der Moderation" in text(client, url(membership))


def test_invitation_is_accepted_or_deleted(client):
    group = make_group()
    invited = make_member(group, state="invited", confirmed_at=None)
    client.post(url(invited, "confirm"))
    assert "Meine Gruppe" in text(client, url(invited))
    other = make_member(group, "Ben Beispiel", state="invited")
    client.post(url(other, "delete"))
    assert text(client, url(other), 404)


def test_answers_and_standing_answer(client):
    group = make_group()
    first, second = make_session(group, days=5), make_session(group, days=9)
    ada = make_member(group)
    client.post(url(ada, "standing"), {"standing": "yes"})
    client.post(url(ada, "answer", session_id=second.pk), {"answer": "nein"})
    assert (coming(first), coming(second)) == (["Ada Beispiel"], [])
    html = text(client, url(ada))
    assert (html.count("Sie sind angemeldet"), html.count("Sie haben abgesagt")) == (1, 2)  # a message and a chip


@pytest.mark.parametrize("sent", [{}, {"answer": "vielleicht"}, {"answer": ["ja"] * 3 + ["quatsch"]}])
def test_wrong_answers_change_nothing(client, sent):
    group = make_group()
    session = make_session(group)
    ada = make_member(group)
    assert client.post(url(ada, "answer", session_id=session.pk), sent).status_code == 302
    assert client.post(url(ada, "standing"), {"standing": "quatsch"}).status_code == 302
    assert (coming(session), ada.answers.count()) == ([], 0)


def test_topics_are_proposed_voted_for_and_taken_back(client):
    group = make_group()
    ada, ben = make_member(group), make_member(group, "Ben Beispiel")
    client.post(url(ada, "propose"), {"title": "Alte Maschinen", "text": "Wie?"})
    topic = TopicProposal.objects.get()
    for _twice in range(2):
        client.post(url(ben, "vote", topic_id=topic.pk), {"go": "vote"})
    assert topic.votes.count() == 2
    client.post(url(ben, "vote", topic_id=topic.pk), {"go": "take_back"})
    assert client.post(url(ben, "vote", topic_id=topic.pk), {"go": "drop"}).status_code == 404
    client.post(url(ada, "vote", topic_id=topic.pk), {"go": "drop"})
    topic.refresh_from_db()
    assert (topic.votes.count(), topic.state) == (1, "dropped")
    assert "Alte Maschinen" not in text(client, url(ben))


SHOWN = ("sessions", "topics", "contributions", "past")
RIGHT = {"kind": "failure", "text": "Es ging schief.", "confidentiality": "group"}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"kind": ""}, "Bitte wählen Sie, was es ist."),
        ({"kind": "quatsch"}, "Bitte wählen Sie neu."),
        ({"text": " "}, "Bitte schreiben Sie, was Sie erlebt haben"),
        ({"text": "x" * 2001}, "Bitte kürzen Sie den Text auf höchstens 2.000."),
        ({"confidentiality": "geheim"}, "Bitte wählen Sie, wer es lesen darf."),
        ({"confidentiality": "session"}, "Wählen Sie bitte, in welcher Sitzung Sie das erzählt haben."),
        ({"session": "99999"}, "Diese Sitzung gibt es in Ihrer Gruppe nicht."),
        ({"confidentiality": "anonymous", "released": "on"}, "Schreiben Sie bitte die Fassung ohne Namen"),
        ({"confidentiality": "anonymous", "anonymous_text": "Es ging schief."}, "Bitte geben Sie frei"),
        (
            {"confidentiality": "anonymous", "anonymous_text": "Zwirnwerk war es.", "released": "on"},
            "Die Fassung für alle verrät noch etwas über Sie: Zwirnwerk.",
        ),
        ({"confidentiality": "public", "released": "on"}, "Schreiben Sie bitte, unter welchem Namen"),
        ({"confidentiality": "public", "public_name": "Ada"}, "Bitte geben Sie frei"),
    ],
)
def test_wrong_contributions_are_refused_with_what_was_written(client, change, words):
    ada = make_member(make_group())
    response = client.post(url(ada, "contribute"), RIGHT | change)
    html = response.content.decode()
    assert (response.status_code, words in html, Contribution.objects.count()) == (400, True, 0)
    assert 'role="alert"' in html


def test_contribution_is_told_released_and_withdrawn_by_its_author(client):
    ada = make_member(make_group())
    assert client.post(url(ada, "contribute"), RIGHT).status_code == 302
    key = {"contribution_id": Contribution.objects.get().pk}
    sent = {"confidentiality": "anonymous", "anonymous_text": "Es ging schief.", "released": "on"}
    assert client.post(url(ada, "contribution", **key), sent).status_code == 302
    assert "alle, ohne Namen" in text(client, url(ada))
    assert "Danach kann ihn außer Ihnen niemand mehr lesen" in text(client, url(ada, "withdraw", **key))
    client.post(url(ada, "withdraw", **key))
    assert "zurückgezogen" in text(client, url(ada))
    client.post(url(ada, "withdraw", **key), {"delete": "1"})
    assert Contribution.objects.count() == 0


def test_f8_left_member_reads_and_downloads_what_is_their_own(client):
    group = make_group()
    ada, ben = make_member(group), make_member(group, "Ben Beispiel")
    tell(ben, "Vorher von Ben")
    tell(ada, "Meins von Ada")
    client.post(url(ada, "leave"))
    tell(ben, "Nachher von Ben")
    html = text(client, url(ada))
    assert [word in html for word in ("Vorher von Ben", "Meins von Ada", "Nachher von Ben")] == [True, True, False]
    data = json.loads(text(client, url(ada, "data")))
    assert [row["text"] for row in data["contributions"]] == ["Meins von Ada"]
    assert (data["state"], len(data["periods"]), data["email"]) == ("left", 1, "ada.beispiel@example.org")
    for name in ("propose", "contribute", "leave"):
        text(client, url(ada, name), 404)
    client.post(url(ada, "confirm"))
    assert "Ihre Anfrage ist bei der Moderation" in text(client, url(ada))


def test_pause_and_back(client):
    ada = make_member(make_group())
    client.post(url(ada, "pause"))
    assert "Sie pausieren." in text(client, url(ada))
    client.post(url(ada, "pause"))
    ada.refresh_from_db()
    assert ada.is_active


def test_deleting_everything_leaves_nothing(client):
    group = make_group()
    session = make_session(group)
    ada = make_member(group)
    client.post(url(ada, "propose"), {"title": "Alte Maschinen"})
    tell(ada, confidentiality="public", public_name="Ada Beispiel")
    client.post(url(ada, "delete"))
    group.refresh_from_db()
    assert (Membership.objects.count(), Contribution.objects.count(), Person.objects.count()) == (0, 0, 0)
    assert (group.seats_taken, coming(session)) == (0, [])
    assert TopicProposal.objects.get().author is None
    text(client, url(ada), 404)


@pytest.mark.parametrize("token", ["x", "x" * 24, "../../x"])
def test_links_that_are_none_tell_nothing(client, token):
    address = reverse("focusgroups:member", args=["platzhalter"]).replace("platzhalter", token)
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_page_needs_the_same_number_of_queries(client, count, django_assert_num_queries):
    group = make_group()
    ada = make_member(group)
    for number in range(count):
        session = make_session(group, days=number + 1)
        client.post(url(ada, "answer", session_id=session.pk), {"answer": "ja"})
        past = make_session(group, days=-number - 1)
        Minutes.objects.create(occurrence=past, text="<p>x</p>", state=Minutes.State.APPROVED)
        Material.objects.create(occurrence=past, title="Skizze", url="https://example.org/", released_at=now())
        client.post(url(ada, "propose"), {"title": "Thema"})
        tell(make_member(group, f"Person {number}"), session=past)
    opened = OpenMember(find_membership(personal_token(ada)), personal_token(ada))
    with django_assert_num_queries(10):
        shown = member_page(opened)
    assert {name: len(shown[name]) for name in SHOWN} == dict.fromkeys(SHOWN, count)


@pytest.mark.parametrize("back", ["asks", "invited"])
def test_f4_who_wants_to_come_back_still_has_what_they_told(client, world, back):
    ada = world["ada"]
    own = tell(ada, "Was Ada erzählt hat", confidentiality="public", public_name="Ada")
    leave(ada)
    if back == "asks":
        ask_again(ada)
    else:
        invite(group=world["group"], entry=Entry(name=ada.name, email=ada.person.email))
    html = text(client, url(ada))
    assert ("Was Ada erzählt hat" in html, "Beitrag der Gruppe" in html) == (True, False)
    client.post(url(ada, "contribution", contribution_id=own.pk), {"confidentiality": "group"})
    own.refresh_from_db()
    assert own.confidentiality == "group"
    client.post(url(ada, "withdraw", contribution_id=own.pk))
    own.refresh_from_db()
    assert own.is_withdrawn


@pytest.mark.parametrize("name", ["answer", "vote", "contribution", "withdraw", "material", "session_material"])
@pytest.mark.parametrize("number", [0, 10**30])
def test_numbers_that_mean_nothing_are_not_found(client, world, name, number):
    key = {
        "answer": "session_id",
        "vote": "topic_id",
        "contribution": "contribution_id",
        "withdraw": "contribution_id",
        "material": "impulse_id",
        "session_material": "material_id",
    }[name]
    address = url(world["ada"], name, **{key: number})
    for go in ("vote", "take_back", "drop"):
        sent = {"go": go, "answer": "ja", "confidentiality": "group"}
        answer = client.get(address) if "material" in name else client.post(address, sent)
        assert answer.status_code == 404
