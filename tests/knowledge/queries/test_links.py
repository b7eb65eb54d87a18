"""Links that break off are found without asking another server."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from digitalradar.knowledge.models import Fact, GuidePage
from digitalradar.knowledge.queries.links import BrokenLink, ExternalLink, Links, Place, links
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.django_db


def with_law(html: str, identifier: str = "pruefen", **fields) -> Place:
    page = make_guide(identifier, law=html, **fields)
    return Place(page.title, page.pk)


def test_portal_without_links_has_none(shelves):
    make_guide()
    assert links() == Links((), ())


@pytest.mark.parametrize(
    ("html", "text", "reason"),
    [
        ('<p><a linktype="page" id="99999">Plan</a></p>', "Plan", "Die Seite gibt es nicht mehr."),
        ('<p><a linktype="document" id="9"><b>Vor</b>druck</a></p>', "Vordruck", "Das Dokument gibt es nicht mehr."),
        ('<p><a href="/fehlt/">dort</a></p>', "dort", "Unter dieser Adresse liegt keine öffentliche Seite."),
        ('<p><a href="http://localhost/fehlt/"></a></p>', "http://localhost/fehlt/", "Unter dieser Adresse liegt"),
        ('<p><a linktype="page" id="x">Plan</a></p>', "Plan", "Die Seite gibt es nicht mehr."),
    ],
)
def test_link_that_leads_nowhere_is_told_with_its_page(shelves, html, text, reason):
    Site.objects.update(hostname="localhost")
    place = with_law(html)
    (broken,) = links().broken
    assert (broken.place, broken.text) == (place, text)
    assert broken.reason.startswith(reason)


@pytest.mark.parametrize(
    "href",
    [
        "/leitfaeden/",
        "/leitfaeden/pruefen/?a=1#b",
        "/check/",
        "/en/check/",
        "/alt/",
        "#oben",
        "mailto:a@example.org",
        "tel:1",
    ],
)
def test_link_that_leads_somewhere_is_not_told(shelves, href):
    Redirect.objects.create(old_path="/alt", redirect_link="/leitfaeden/")
    with_law(f'<p><a href="{href}">dort</a></p>')
    assert links() == Links((), ())


def test_link_to_a_retired_page_is_told(shelves):
    target = make_guide("ziel")
    place = with_law(f'<p><a linktype="page" id="{target.pk}">Ziel</a></p>')
    assert links().broken == ()
    GuidePage.objects.get(pk=target.pk).unpublish()
    assert links().broken == (BrokenLink(place, "Ziel", "Die Seite ist nicht veröffentlicht."),)


def test_links_in_lists_are_found_and_addresses_outside_are_collected(shelves):
    step = {"title": "A", "who": "B", "text": '<p><a linktype="page" id="99999">c</a></p>', "checklist": ["d"]}
    source = {"title": "Amt", "url": "https://example.org/b", "as_of": ""}
    first = make_guide("eins", steps=[("step", step)], sources=[("source", source)])
    second = with_law('<p><a href="https://example.org/a">a</a> <a href="https://example.org/b">b</a></p>', "zwei")
    Fact.objects.create(id="F-SEC-01", topic="S", text="…", as_of="2026", sources=["https://example.org/a"])
    one = Place(first.title, first.pk)
    assert links() == Links(
        (BrokenLink(one, "c", "Die Seite gibt es nicht mehr."),),
        (
            ExternalLink("https://example.org/a", (second, Place("Fakt F-SEC-01"))),
            ExternalLink("https://example.org/b", (one, second)),
        ),
    )


@pytest.mark.parametrize("count", [1, 3])
def test_number_of_queries_does_not_grow(shelves, count, django_assert_max_num_queries):
    for number in range(count):
        with_law('<p><a href="/fehlt/">dort</a></p>', f"seite-{number}")
    links()
    with django_assert_max_num_queries(16):
        assert len(links().broken) == count
