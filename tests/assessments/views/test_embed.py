"""The page for partners: what they copy works elsewhere, asks nothing of us and tells us nothing about them."""

import io
import re
from html.parser import HTMLParser

import pytest
from django.conf import settings

from digitalradar.assessments.presentation.embedding import STYLE
from tests.assessments.views.page import Page, normal
from tests.factories.assessments import INSTRUMENTS, shipped
from tests.factories.region import RegionFactory

pytestmark = pytest.mark.django_db


def copied(client, catalogue: str = "digital-check", prefix: str = "") -> dict[str, str]:
    """Return what stands in the fields to copy from, by their ids, as a browser would copy it."""
    shipped(catalogue)
    page = Page(client.get(f"{prefix}/check/{catalogue}/einbinden/"))
    raw = page.answer.content.decode()
    fields = re.findall(r'<textarea id="([a-z-]+)"[^>]*>(.*?)</textarea>', raw, re.S)
    return {name: _unescaped(text) for name, text in fields}


def _unescaped(text: str) -> str:
    class Text(HTMLParser):
        def __init__(self) -> None:
            super().__init__(convert_charrefs=True)
            self.found = ""

        def handle_data(self, data: str) -> None:
            self.found += data

    parser = Text()
    parser.feed(text)
    parser.close()
    return parser.found


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("catalogue", INSTRUMENTS)
def test_link_leads_to_the_start_page_and_carries_nothing_else(client, catalogue, prefix):
    fields = copied(client, catalogue, prefix)
    address = f"{settings.PUBLIC_URL}{prefix}/check/{catalogue}/"
    for name in ("card-html", "link-html"):
        assert re.findall(r'href="([^"]*)"', fields[name]) == [address]
    assert client.get(address.removeprefix(settings.PUBLIC_URL)).status_code == 200


def test_card_loads_nothing_and_runs_nothing(client):
    card = copied(client)["card-html"]
    assert not re.search(r"<(script|img|iframe|link|style|object|form)|style=|src=|on[a-z]+=|utm_", card)
    assert set(re.findall(r"<([a-z0-9]+)", card)) == {"section", "h2", "p", "a", "small"}


def test_preview_is_what_is_copied(client):
    card = copied(client)["card-html"]
    assert card in client.get("/check/digital-check/einbinden/").content.decode()
    assert copied(client)["card-style"].strip() == STYLE.read_text(encoding="utf-8").strip()


def test_card_says_what_the_check_is_and_who_offers_it(client):
    RegionFactory(name="Beispielkreis")
    texts = normal(re.sub(r"<[^>]+>", " ", copied(client)["card-html"]))
    assert "45 Fragen, 15 bis 20 Minuten, ohne Konto und ohne Firmennamen." in texts
    assert "Ein Angebot von Digitalradar Beispielkreis." in texts


def test_words_that_are_not_translated_say_their_language(client):
    card = copied(client, "cyber-check", "/en")["card-html"]
    assert card.startswith('<section class="digitalradar-check" lang="en">')
    assert '<h2 lang="de">' in card
    assert " lang=" not in copied(client, "digital-check", "/en")["card-html"].partition(">")[2]


def test_texts_of_a_catalogue_and_region_are_escaped(client):
    RegionFactory(name='<b>"Kreis" & Co</b>')
    assert "&lt;b&gt;&quot;Kreis&quot; &amp; Co&lt;/b&gt;" in copied(client)["card-html"]


@pytest.mark.parametrize(
    ("ending", "kind", "start"), [("svg", "image/svg+xml", b"<?xml"), ("png", "image/png", b"\x89PNG")]
)
def test_code_is_a_picture_to_keep(client, ending, kind, start):
    shipped()
    german = client.get(f"/check/digital-check/einbinden/qr.{ending}")
    english = client.get(f"/en/check/digital-check/einbinden/qr.{ending}")
    assert (german.status_code, german["Content-Type"]) == (200, kind)
    assert german.content.startswith(start)
    assert german.content != english.content, "Each leads to the start page in its language."
    assert f"digital-check-qr.{ending}" in german["Content-Disposition"]


def test_png_is_large_enough_to_print(client):
    from PIL import Image

    shipped()
    content = client.get("/check/digital-check/einbinden/qr.png").content
    assert min(Image.open(io.BytesIO(content)).size) >= 500


def test_start_page_leads_here(client):
    shipped()
    links = [attributes["href"] for attributes, _text in Page(client.get("/check/digital-check/")).all("a")]
    assert "/check/digital-check/einbinden/" in links


@pytest.mark.parametrize("path", ["einbinden/", "einbinden/qr.svg", "einbinden/qr.png"])
def test_unknown_check_is_not_found(client, path):
    assert client.get(f"/check/gibt-es-nicht/{path}").status_code == 404


def test_page_needs_one_query(client, django_assert_num_queries):
    shipped()
    client.get("/check/digital-check/einbinden/")
    with django_assert_num_queries(1):
        client.get("/check/digital-check/einbinden/")
