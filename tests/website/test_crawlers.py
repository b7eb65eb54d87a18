"""The sitemap and the rules for programs that read everything."""

from xml.etree import ElementTree

import pytest
from wagtail.models import Page, PageViewRestriction

from digitalradar.website.models import StandardPage
from tests.factories.events import make_occurrence

MAP = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture
def address(portal, settings) -> str:
    settings.PUBLIC_URL = "https://digital.example.org"
    return settings.PUBLIC_URL


def entries(client) -> dict[str, dict[str, str]]:
    """Return the translations of each address in the sitemap, by language."""
    answer = client.get("/sitemap.xml")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/xml")
    urls = ElementTree.fromstring(answer.content).findall("map:url", MAP)
    return {
        url.find("map:loc", MAP).text: {link.get("hreflang"): link.get("href") for link in url.findall("x:link", MAP)}
        for url in urls
    }


def test_sitemap_names_public_pages_with_their_translations(client, address):
    found = entries(client)
    assert found[f"{address}/impressum/"] == {"de": f"{address}/impressum/", "en": f"{address}/en/impressum/"}
    assert found[f"{address}/en/"] == {"de": f"{address}/", "en": f"{address}/en/"}
    assert found[f"{address}/check/cyber-check/"]["en"] == f"{address}/en/check/cyber-check/"
    assert not [url for url in found if "/lauf/" in url or "/verwaltung/" in url]


def test_sitemap_leaves_out_what_is_not_for_everybody(client, address):
    page = StandardPage.objects.get(slug="impressum", locale__language_code="de")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    StandardPage.objects.get(slug="ueber-uns", locale__language_code="de").unpublish()
    found = entries(client)
    assert f"{address}/impressum/" not in found
    assert f"{address}/ueber-uns/" not in found
    assert found[f"{address}/en/impressum/"] == {}


def test_sitemap_names_dates_that_everybody_may_see(client, address):
    assert f"{address}/termine/" not in entries(client)
    make_occurrence(slug="sensoren")
    make_occurrence(slug="entwurf", state="draft")
    found = {url: others for url, others in entries(client).items() if "/termine/" in url}
    pages = [{"de": f"{address}/termine/{slug}", "en": f"{address}/en/termine/{slug}"} for slug in ("", "sensoren/")]
    assert found == {url: page for page in pages for url in page.values()}


def test_sitemap_tells_when_a_page_was_published(client, address):
    answer = ElementTree.fromstring(client.get("/sitemap.xml").content)
    dates = {url.find("map:loc", MAP).text: url.findtext("map:lastmod", None, MAP) for url in answer}
    page = Page.objects.get(slug="impressum", locale__language_code="de")
    assert dates[f"{address}/impressum/"].startswith(page.last_published_at.strftime("%Y-%m"))
    assert dates[f"{address}/check/"] is None


def test_robots_lead_to_the_sitemap(client, settings):
    settings.PUBLIC_URL = "https://digital.example.org"
    answer = client.get("/robots.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    lines = answer.content.decode().splitlines()
    assert lines[0] == "User-agent: *"
    assert "Disallow: /verwaltung/" in lines
    assert lines[-1] == "Sitemap: https://digital.example.org/sitemap.xml"


@pytest.mark.parametrize("path", ["/robots.txt", "/sitemap.xml"])
def test_nothing_is_sent_to_them(client, db, path):
    assert client.post(path).status_code == 405
