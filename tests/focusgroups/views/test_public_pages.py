"""What everybody sees of groups, and that it follows at once: scenarios F5 and F6."""

import re

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import override

from digitalradar.focusgroups.forms.group import CitationForm
from digitalradar.focusgroups.models import AnonymousVersion, Citation, Impulse
from digitalradar.focusgroups.panels import cited
from digitalradar.focusgroups.presentation.groups import group_page, overview_page
from digitalradar.focusgroups.queries.groups import find_group
from digitalradar.focusgroups.services.contributing import set_confidentiality, withdraw
from digitalradar.knowledge.models import GuidePage
from digitalradar.search.queries.search import search
from tests.committing import commit
from tests.factories.events import make_occurrence, make_offer
from tests.factories.focusgroups import make_group, make_member, make_session, tell

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def page(client, group, name: str = "group", status: int = 200) -> str:
    response = client.get(reverse(f"focusgroups:{name}", args=[group.slug]))
    assert response.status_code == status
    return response.content.decode()


def found(text: str) -> list[str]:
    hits = search(text, language="de", kinds=("focus_group", "focus_group_text")).hits
    return [hit.document.url for hit in hits]


@pytest.mark.parametrize("language", ["de", "en"])
def test_list_and_page_open_in_both_languages(client, language):
    group = make_group()
    make_session(group)
    with override(language):
        overview, own = reverse("focusgroups:overview"), reverse("focusgroups:group", args=[group.slug])
    assert group.title in client.get(overview).content.decode()
    html = client.get(own).content.decode()
    assert group.purpose in html
    assert ('lang="de">Beispielgruppe' in html) == (language == "en")


@pytest.mark.parametrize("session_count", [1, 3])
def test_lists_of_dates_say_whose_sessions_are(client, session_count, django_assert_max_num_queries):
    group = make_group()
    sessions = [make_session(group) for _number in range(session_count)]
    own = make_occurrence(kind="fokusgruppe")
    make_offer(own)
    with django_assert_max_num_queries(13):
        listed = client.get("/termine/").content.decode()
    assert (listed.count("für Mitglieder"), listed.count("Plätze frei")) == (session_count, 1)
    html = client.get(f"/termine/{sessions[0].slug}/").content.decode()
    assert ("für Mitglieder" in html, "Plätze frei" in html) == (True, False)


def test_drafts_answer_like_groups_that_never_were(client):
    group = make_group(state="draft")
    page(client, group, status=404)
    page(client, group, "feed", status=404)
    page(client, group, "join", status=404)
    page(client, group, "link", status=404)
    assert group.title not in client.get(reverse("focusgroups:overview")).content.decode()


@pytest.mark.parametrize(
    ("fields", "chip", "is_open"),
    [
        ({}, "15 Plätze frei", True),
        ({"size_limit": 1}, "1 Platz frei", True),
        ({"openness": "invitation"}, "auf Einladung", False),
        ({"openness": "closed"}, "geschlossene Gruppe", False),
        ({"state": "ended"}, "beendet", False),
    ],
)
def test_page_says_whether_one_can_join(client, fields, chip, is_open):
    group = make_group(**fields)
    html = page(client, group)
    assert chip in html
    assert (reverse("focusgroups:join", args=[group.slug]) in html) == is_open


def test_free_places_follow_the_members(client):
    group = make_group(size_limit=1)
    assert "1 Platz frei" in page(client, group)
    make_member(group)
    commit()
    html = page(client, group)
    assert "zurzeit voll" in html
    assert "Sie können trotzdem anfragen" in html


def test_page_never_names_members(client):
    group = make_group()
    member = make_member(group)
    tell(member)
    html = page(client, group) + page(client, group, "feed")
    assert not {member.name, member.organisation, member.person.email} & set(re.findall(r"[\w.@]+(?: \w+)?", html))
    assert "Der erste Anlauf" not in html


def test_f5_public_page_lacks_everything_of_the_original(client):
    group = make_group()
    session = make_session(group, days=-3, title="Geheime Sitzung")
    author = make_member(group)
    original = tell(author, "Unsere Anlage stand drei Wochen.", session=session)
    public = "Ein Betrieb stand wochenlang still."
    act = {"author": author, "contribution_id": original.pk, "confidentiality": "anonymous"}
    set_confidentiality(**act, anonymous_text=public)
    commit()
    html = page(client, group)
    text = html[html.index('id="erzaehlt"') : html.index("<aside")]
    assert public in text
    version = AnonymousVersion.objects.get()
    told = re.sub(r"<[^>]+>", " ", text).split()
    assert " ".join(told) == f'id="erzaehlt">Was Mitglieder für alle freigegeben haben Fehlschlag {public}'
    assert f'id="beitrag-{version.key.hex}"' in text
    assert f"beitrag-{original.pk}" not in html
    for hidden in (original.text, author.name, author.organisation, session.title, f"{localdate():%Y-%m-%d}"):
        assert hidden not in text
    assert public not in page(client, group, "feed")
    assert [document.rpartition("#")[2] for document in found("wochenlang")] == [f"beitrag-{version.key.hex}"]


def test_f6_withdrawn_is_gone_from_page_feed_and_search_with_the_next_request(client):
    group = make_group()
    author = make_member(group)
    contribution = tell(author, "Quantenwaage falsch verkabelt.", confidentiality="public", public_name="Ada B.")
    commit()
    assert "Quantenwaage" in page(client, group)
    assert "Ada B." in page(client, group, "feed")
    assert len(found("Quantenwaage")) == 1
    withdraw(author=author, contribution_id=contribution.pk)
    commit()
    assert "Quantenwaage" not in page(client, group)
    assert "Quantenwaage" not in page(client, group, "feed")
    assert found("Quantenwaage") == []


def test_f4_text_for_the_group_is_nowhere_in_public(client):
    group = make_group()
    tell(make_member(group), "Quantenwaage falsch verkabelt.")
    commit()
    for address in ("/", reverse("focusgroups:overview"), "/sitemap.xml"):
        assert "Quantenwaage" not in client.get(address, follow=True).content.decode()
    assert "Quantenwaage" not in page(client, group) + page(client, group, "feed")
    assert found("Quantenwaage") == []
    assert "falsch verkabelt" not in client.get("/suche/?q=Quantenwaage").content.decode()


def test_only_released_talks_stand_in_public(client):
    group = make_group()
    Impulse.objects.create(group=group, speaker="Kim Beispiel", title="Webstühle", licence="CC BY 4.0")
    assert "Webstühle" not in page(client, group) + page(client, group, "feed")
    impulse = Impulse.objects.get()
    impulse.released_on = localdate()
    impulse.save()
    commit()
    assert "Webstühle" in page(client, group)
    assert "Webstühle" in page(client, group, "feed")


def test_search_finds_public_groups():
    group = make_group(title="Webstuhldaten")
    assert found("Webstuhldaten") == [reverse("focusgroups:group", args=[group.slug])]
    group.state = group.State.DRAFT
    group.save()
    assert found("Webstuhldaten") == []


@pytest.mark.parametrize("count", [1, 3])
def test_list_needs_the_same_number_of_queries(count, django_assert_num_queries):
    for _number in range(count):
        make_session(make_group())
    with django_assert_num_queries(3):
        assert len(overview_page()["running"]) == count


@pytest.mark.parametrize("count", [1, 3])
def test_page_needs_the_same_number_of_queries(count, django_assert_num_queries):
    group = make_group()
    for number in range(count):
        make_session(group)
        author = make_member(group, f"Person {number}")
        tell(author, confidentiality="public", public_name="Ada")
        tell(author, confidentiality="anonymous", anonymous_text="Es ging schief.")
        Impulse.objects.create(group=group, speaker="K", title="T", licence="L", released_on=localdate())
    with django_assert_num_queries(8):
        shown = group_page(find_group(group.slug))
    assert {name: len(shown[name]) for name in ("sessions", "impulses", "told", "told_without_name")} == dict.fromkeys(
        ("sessions", "impulses", "told", "told_without_name"), count
    )


def test_f6_guide_that_refers_to_a_withdrawn_text_says_so(rf):
    group = make_group()
    author = make_member(group)
    named = tell(author, "Quantenwaage falsch verkabelt.", confidentiality="public", public_name="Ada B.")
    nameless = tell(author, confidentiality="anonymous", anonymous_text="Ein Anlauf ging schief.")
    for contribution in (named, nameless):
        Citation.objects.create(contribution=contribution, guide="datensicherung")
    guide, other = GuidePage(identifier="datensicherung"), GuidePage(identifier="anders")
    assert [row["text"] for row in cited(rf.get("/"), guide)["rows"]] == [named.text, "Ein Anlauf ging schief."]
    assert cited(rf.get("/"), other) is None
    withdraw(author=author, contribution_id=named.pk)
    set_confidentiality(author=author, contribution_id=nameless.pk, confidentiality="group")
    assert cited(rf.get("/"), guide)["rows"] == [{"text": ""}, {"text": ""}]
    shown = render_to_string("focusgroups/includes/citations.html", cited(rf.get("/"), guide))
    assert shown.count("ist zurückgezogen") == 2
    assert "Quantenwaage" not in shown


def test_only_what_everybody_reads_can_be_referred_to():
    author = make_member(make_group())
    tell(author, "Geheim")
    nameless = tell(author, "Original", confidentiality="anonymous", anonymous_text="Ein Anlauf ging schief.")
    field = CitationForm(instance=Citation()).fields["contribution"]
    choices = [(value.value, label) for value, label in list(field.choices)[1:]]
    assert choices == [(nameless.pk, f"{nameless.group}: Ein Anlauf ging schief.")]
