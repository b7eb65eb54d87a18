"""The menu, the footer and the language switch."""

import pytest
from django.test import RequestFactory
from django.utils.translation import override

from digitalradar.core import navigation
from digitalradar.core.context_processors import navigation as context


@pytest.fixture(autouse=True)
def _own_registry(monkeypatch):
    monkeypatch.setattr(navigation, "_entries", {})
    monkeypatch.setattr(navigation, "_hidden_parts", [])
    monkeypatch.setattr(navigation, "_footer", [])


def test_menu_stands_in_order_without_what_is_switched_off():
    navigation.register(navigation.Entry("b", "Zweiter", "wagtailadmin_login", 2))
    navigation.register(navigation.Entry("c", "Dritter", "wagtailadmin_home", 3))
    navigation.register(navigation.Entry("a", "Erster", "wagtailadmin_home", 1))
    navigation.register_switch(lambda: {"c"})
    assert context(RequestFactory().get("/verwaltung/"))["menu"] == [
        {"part": "a", "label": "Erster", "url": "/verwaltung/", "current": True},
        {"part": "b", "label": "Zweiter", "url": "/verwaltung/login/", "current": False},
    ]


def test_footer_has_two_groups():
    imprint = navigation.FooterLink(navigation.LEGAL, "Impressum", "/impressum/")
    report = navigation.FooterLink(navigation.ACCESS, "Barriere melden", "/melden/")
    navigation.register_footer(lambda: [imprint])
    navigation.register_footer(lambda: [report])
    assert context(RequestFactory().get("/"))["footer"] == {"access": [report], "legal": [imprint]}


def test_language_switch_stays_on_the_page_with_its_query():
    with override("de"):
        switch = context(RequestFactory().get("/barrierefreiheit/melden/?seite=2"))["language_switch"]
    assert switch == [
        {"code": "de", "label": "Deutsch", "url": "/barrierefreiheit/melden/?seite=2", "current": True},
        {"code": "en", "label": "English", "url": "/en/barrierefreiheit/melden/?seite=2", "current": False},
    ]


def test_language_switch_offers_only_the_languages_a_page_names():
    request = RequestFactory().get("/impressum/")
    navigation.set_translated_urls(request, {"de": "/impressum/"})
    with override("de"):
        assert [entry["url"] for entry in context(request)["language_switch"]] == ["/impressum/"]


def test_entry_may_tell_its_own_address_and_is_left_out_without_one():
    navigation.register(navigation.Entry("a", "Erster", order=1, address=lambda: "/hier/"))
    navigation.register(navigation.Entry("b", "Zweiter", order=2, address=lambda: ""))
    assert [entry.url for entry in navigation.visible_entries()] == ["/hier/"]
    assert [entry.part for entry in navigation.entries()] == ["a", "b"]
