"""What moderators do in the back office, who may, and that no screen shows what members tell each other."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from digitalradar.accounts.models import User
from digitalradar.events.models import Series
from digitalradar.focusgroups.models import FocusGroup, Impulse, Membership
from digitalradar.focusgroups.services.roles import add_group_permissions
from digitalradar.focusgroups.services.topics import propose
from tests.factories.editors import ADMINISTRATOR, EDITORS, STRANGER, person, signed_in
from tests.factories.focusgroups import make_group, make_member, make_session, tell
from tests.factories.shelves import add_shelves

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(client):
    user = User.objects.create_user("mo@example.org", "ein langes Passwort", is_staff=True)
    codenames = ["access_admin", "moderate_focusgroup", "add_focusgroup", "change_focusgroup", "view_focusgroup"]
    codenames += ["add_impulse", "change_impulse", "view_impulse"]
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    client.force_login(user)
    return client


def screen(group: FocusGroup) -> str:
    return reverse("focusgroups_members:index", args=[group.pk])


def act(client, group: FocusGroup, **sent):
    return client.post(screen(group), sent, follow=True).content.decode()


SENT = {
    "title": "Betriebsdaten",
    "slug": "betriebsdaten",
    "summary": "Zahlen lesen.",
    "purpose": "Für Betriebe.",
    "rhythm": "alle sechs Wochen",
    "size_limit": "12",
    "openness": "open",
    "state": "running",
}


def test_group_is_founded_and_changed_with_its_series(moderator):
    moderator.post(reverse("focusgroups_groups:add"), SENT)
    group = FocusGroup.objects.select_related("series").get()
    assert (group.size_limit, group.rhythm, group.series.kind) == (12, "alle sechs Wochen", "fokusgruppe")
    make_member(group)
    edit = reverse("focusgroups_groups:edit", args=[group.pk])
    moderator.post(edit, SENT | {"rhythm": "monatlich", "title": "Daten"})
    group = FocusGroup.objects.select_related("series").get()
    assert (group.title, group.rhythm, group.series.title, group.seats_taken) == ("Daten", "monatlich", "Daten", 1)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"slug": "mitglied"}, "Diese Adresse ist schon vergeben."),
        ({"slug": "schon-da"}, "Diese Adresse ist schon vergeben."),
        ({"size_limit": "0"}, "Weniger Plätze sind nicht möglich."),
    ],
)
def test_wrong_groups_are_refused(moderator, change, words):
    make_group(slug="schon-da")
    response = moderator.post(reverse("focusgroups_groups:add"), SENT | change)
    assert (words in response.content.decode(), FocusGroup.objects.count()) == (True, 1)


def test_group_never_gets_fewer_places_than_members(moderator):
    group = make_group(slug="betriebsdaten")
    make_member(group)
    make_member(group, "Ben Beispiel")
    edit = reverse("focusgroups_groups:edit", args=[group.pk])
    assert "Die Gruppe hat schon 2 Mitglieder" in moderator.post(edit, SENT | {"size_limit": "1"}).content.decode()


def test_talk_needs_a_licence_to_be_released(moderator):
    group = make_group()
    sent = {"group": group.pk, "speaker": "Kim", "title": "Zahlen", "released_on": "2026-11-21"}
    add = reverse("focusgroups_impulses:add")
    assert "Ohne Lizenz kann nichts" in moderator.post(add, sent).content.decode()
    other = make_session(make_group())
    refused = moderator.post(add, sent | {"licence": "CC BY 4.0", "session": other.pk}).content.decode()
    assert "Diese Sitzung gehört nicht zur Gruppe." in refused
    moderator.post(add, sent | {"licence": "CC BY 4.0"})
    assert Impulse.objects.get().is_released


def test_requests_are_answered_roles_changed_and_memberships_ended(moderator):
    group = make_group()
    asked, other = (make_member(group, name, state="requested") for name in ("Ada Beispiel", "Ben Beispiel"))
    assert "Ada Beispiel" in moderator.get(screen(group)).content.decode()
    act(moderator, group, action="accept", member=asked.pk)
    act(moderator, group, action="decline", member=other.pk)
    act(moderator, group, action="role", member=asked.pk)
    assert list(Membership.objects.values_list("name", "state", "role")) == [("Ada Beispiel", "active", "moderator")]
    act(moderator, group, action="remove", member=asked.pk)
    assert Membership.objects.get().state == "left"


def test_invitation_and_its_wrong_input(moderator):
    group = make_group(size_limit=1)
    sent = {"action": "invite", "name": "Ada", "email": "ada@example.org", "role": "member"}
    assert moderator.post(screen(group), sent | {"email": "ada"}).status_code == 400
    assert "Ada ist eingeladen." in act(moderator, group, **sent)
    make_member(group, "Ben Beispiel")
    assert "Alle Plätze der Gruppe sind vergeben." in act(moderator, group, **sent | {"email": "cem@example.org"})
    assert Membership.objects.filter(state="invited").count() == 1


def test_topics_are_planned_for_a_session(moderator):
    group = make_group()
    session = make_session(group)
    topic = propose(author=make_member(group), title="Alte Maschinen")
    assert "Bitte wählen Sie" in act(moderator, group, action="plan", topic=topic.pk, state="quatsch")
    assert "Wählen Sie bitte die Sitzung" in act(moderator, group, action="plan", topic=topic.pk, state="planned")
    act(moderator, group, action="plan", topic=topic.pk, state="planned", session=session.pk)
    topic.refresh_from_db()
    assert (topic.state, topic.session) == ("planned", session)


@pytest.mark.parametrize("sent", [{}, {"action": "accept"}, {"action": "accept", "member": "x"}])
def test_posts_that_name_nobody_of_the_group_do_nothing(moderator, sent):
    assert moderator.post(screen(make_group()), sent).status_code == 404
    stranger = make_member(make_group(), state="requested")
    assert moderator.post(screen(make_group()), {"action": "accept", "member": stranger.pk}).status_code == 404


def test_group_is_deleted_only_before_anything_has_come_of_it(client):
    client.force_login(User.objects.create_superuser("chef@example.org", "ein langes Passwort"))
    unused, asked, met = make_group(), make_group(), make_group()
    make_member(asked, state="requested")
    make_session(met)
    answers = {
        group.slug: client.post(reverse("focusgroups_groups:delete", args=[group.pk]), follow=True).content.decode()
        for group in (unused, asked, met)
    }
    refused = "Setzen Sie ihren Stand auf „beendet“."
    assert {slug: refused in html for slug, html in answers.items()} == {
        unused.slug: False,
        asked.slug: True,
        met.slug: True,
    }
    assert set(FocusGroup.objects.all()) == {asked, met}
    assert not Series.objects.filter(pk=unused.series_id).exists()


def test_f4_no_screen_shows_what_members_tell_each_other(moderator):
    group = make_group()
    tell(make_member(group), "Geheimer Fehlschlag")
    for address in (
        screen(group),
        reverse("focusgroups_groups:index"),
        reverse("focusgroups_groups:edit", args=[group.pk]),
        reverse("focusgroups_impulses:index"),
    ):
        response = moderator.get(address)
        assert (response.status_code, "Geheimer Fehlschlag" in response.content.decode()) == (200, False)
    assert not Permission.objects.filter(
        content_type__app_label="focusgroups", codename__contains="contribution"
    ).exists()


def test_who_may(client):
    add_shelves()
    add_group_permissions()
    group = make_group()
    expected = {ADMINISTRATOR: 200, EDITORS: 200, STRANGER: 302}
    found = {role: signed_in(person(role)).get(screen(group)).status_code for role in expected}
    assert (found, client.get(screen(group)).status_code) == (expected, 302)


@pytest.mark.parametrize("count", [1, 3])
def test_screen_needs_the_same_number_of_queries(moderator, count, django_assert_max_num_queries):
    group = make_group()
    for number in range(count):
        make_session(group)
        propose(author=make_member(group, f"Person {number}"), title="Thema")
        make_member(group, f"Anfrage {number}", state="requested")
    with django_assert_max_num_queries(20):
        moderator.get(screen(group))
