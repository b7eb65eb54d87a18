"""The forms of people who do not belong to a group yet, and what stands on the pages of its sessions."""

import pytest
from django.urls import reverse

from digitalradar.events.models import Registration
from digitalradar.focusgroups.models import Membership
from digitalradar.mail.models import Message
from tests.committing import commit
from tests.factories.events import make_occurrence, make_offer
from tests.factories.focusgroups import make_group, make_member, make_session

pytestmark = pytest.mark.django_db
RIGHT = {"name": "Ada Beispiel", "email": "ada@example.org", "organisation": "Zwirnwerk", "message": "Wir fangen an."}


@pytest.fixture(autouse=True)
def quick(settings):
    settings.EVENTS_FORM_SECONDS = 0


def send(client, group, change=None, name: str = "join"):
    address = reverse(f"focusgroups:{name}", args=[group.slug])
    form = client.get(address).context["form"]
    return client.post(address, {"since": form.initial["since"], "website": ""} | RIGHT | (change or {}))


def test_request_leads_to_the_page_that_says_to_look_into_the_mail(client):
    group = make_group()
    response = send(client, group)
    assert response.headers["Location"] == reverse("focusgroups:sent", args=[group.slug])
    assert "Sehen Sie bitte in Ihre E-Mails" in client.get(response.headers["Location"]).content.decode()
    membership = Membership.objects.get()
    assert (membership.state, membership.name, membership.message) == ("requested", RIGHT["name"], RIGHT["message"])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"name": ""}, "Bitte schreiben Sie Ihren Namen."),
        ({"name": "x" * 121}, "Bitte kürzen Sie die Angabe auf höchstens 120 Zeichen."),
        ({"email": ""}, "Bitte schreiben Sie Ihre E-Mail-Adresse."),
        ({"email": "ada"}, "Das ist keine vollständige E-Mail-Adresse."),
        ({"message": "x" * 601}, "Bitte kürzen Sie die Angabe auf höchstens 600 Zeichen."),
        ({"since": "gefälscht"}, "Dieses Formular lag zu lange offen."),
    ],
)
def test_wrong_requests_are_refused_with_what_was_written(client, change, words):
    response = send(client, make_group(), change)
    html = response.content.decode()
    assert (response.status_code, words in html, Membership.objects.count()) == (400, True, 0)
    assert 'value="Zwirnwerk"' in html


def test_x13_machines_get_the_same_answer_and_nothing_happens(client, settings):
    group = make_group()
    assert send(client, group, {"website": "https://example.org"}).status_code == 302
    settings.EVENTS_FORM_SECONDS = 2
    assert send(client, group).status_code == 302
    assert send(client, group, {"website": "x"}, "link").status_code == 302
    assert (Membership.objects.count(), Message.objects.count()) == (0, 0)


def test_x13_too_many_requests_are_refused(client, settings):
    settings.RATE_LIMITS = True
    group = make_group()
    assert [send(client, group, {"email": ""}).status_code for _number in range(21)] == [400] * 20 + [429]


def test_members_and_strangers_get_the_same_answer(client):
    group = make_group()
    make_member(group)
    answers = [send(client, group, {"email": email}) for email in ("ada.beispiel@example.org", "neu@example.org")]
    assert answers[0].headers["Location"] == answers[1].headers["Location"]
    links = [send(client, group, {"email": email}, "link") for email in ("ada.beispiel@example.org", "wer@example.org")]
    assert links[0].headers["Location"] == links[1].headers["Location"]


@pytest.mark.parametrize("fields", [{"openness": "invitation"}, {"state": "ended"}])
def test_closed_group_shows_no_form_and_takes_no_post(client, fields):
    group = make_group(**fields)
    address = reverse("focusgroups:join", args=[group.slug])
    assert "<form method=" not in client.get(address).content.decode().split("<main")[1]
    assert client.post(address, RIGHT).status_code == 409
    assert Membership.objects.count() == 0


def test_sessions_are_for_members(client):
    group = make_group()
    session = make_session(group)
    own = reverse("focusgroups:group", args=[group.slug])
    form = reverse("events:sign_up", args=[session.slug])
    html = client.get(reverse("events:event", args=[session.slug])).content.decode()
    assert ("Für Mitglieder der Gruppe" in html, own in html, f'href="{form}"' in html) == (True, True, False)
    for answer in (client.get(form), client.post(form, RIGHT)):
        assert (answer.status_code, answer.headers["Location"]) == (302, own)
    assert Registration.objects.count() == 0


def test_page_of_a_session_follows_the_group(client):
    group = make_group()
    address = reverse("events:event", args=[make_session(group).slug])
    assert "Gruppe ansehen und mitmachen" in client.get(address).content.decode()
    group.openness = group.Openness.CLOSED
    group.save()
    commit()
    assert "Gruppe ansehen und mitmachen" not in client.get(address).content.decode()


def test_sessions_of_a_draft_are_not_for_everybody(client):
    group = make_group(state="draft")
    session = make_session(group)
    assert client.get(reverse("events:sign_up", args=[session.slug])).url == reverse("focusgroups:overview")
    html = client.get(reverse("events:event", args=[session.slug])).content.decode()
    form = f'href="{reverse("events:sign_up", args=[session.slug])}"'
    assert (form in html, group.title in html) == (False, False)


def test_dates_of_the_format_without_a_group_have_the_usual_form(client):
    date = make_occurrence(kind="fokusgruppe")
    make_offer(date)
    assert client.get(reverse("events:sign_up", args=[date.slug])).status_code == 200
