"""A message speaks the receiver's language, says who writes, and needs nothing from outside."""

from dataclasses import dataclass

import pytest
from django.utils.translation import get_language, override

from digitalradar.core import navigation
from digitalradar.core.navigation import LEGAL, FooterLink
from digitalradar.mail.rendering import render
from tests.factories.region import RegionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def imprint(monkeypatch):
    monkeypatch.setattr(
        navigation, "_footer", [lambda: [FooterLink(LEGAL, "Impressum", f"/{get_language()}/impressum/")]]
    )


def test_text_ends_with_who_writes_and_how_to_reach_them(imprint, settings):
    settings.PUBLIC_URL = "https://digital.example.org"
    RegionFactory()
    assert render("mail/test", {}, "de").text.endswith(
        "Sie brauchen nichts zu tun.\n"
        "\n"
        "-- \n"
        "Digitalradar Kreis Musterland\n"
        "https://digital.example.org\n"
        "Telefon: 030 23125-100 (Montag bis Freitag, 8 bis 16 Uhr)\n"
        "Impressum: https://digital.example.org/de/impressum/\n"
        "Diese Nachricht wurde automatisch erstellt.\n"
    )


def test_html_says_the_same_without_anything_from_outside(imprint):
    RegionFactory(name="Kreis <Musterland> & Co")
    html = render("mail/test", {}, "de").html
    assert "Digitalradar Kreis &lt;Musterland&gt; &amp; Co" in html
    assert "Kreis <Musterland> & Co" in render("mail/test", {}, "de").text
    for told in ('<html lang="de">', "030 23125-100", "/de/impressum/", "prefers-color-scheme: dark"):
        assert told in html


def test_region_that_nobody_has_set_up_leaves_no_gaps():
    text = render("mail/test", {}, "de").text
    assert text.endswith("-- \nDigitalradar\nhttp://127.0.0.1:8000\nDiese Nachricht wurde automatisch erstellt.\n")


def test_example_region_says_that_it_is_made_up():
    RegionFactory(is_example=True)
    rendered = render("mail/test", {}, "de")
    assert "Personen und Betriebe sind erfunden." in rendered.text
    assert "Personen und Betriebe sind erfunden." in rendered.html


def test_language_is_the_receivers_whatever_the_page_speaks(imprint):
    RegionFactory(hours_en="Monday to Friday, 8 to 16")
    with override("de"):
        rendered = render("mail/test", {}, "en")
        assert get_language() == "de"
    assert "(Monday to Friday, 8 to 16)" in rendered.text
    assert "/en/impressum/" in rendered.text
    assert '<html lang="en">' in rendered.html


@dataclass
class Report:
    """Values that would like to be more than text."""

    problem: str = "<b>Zu & klein</b>\n\n\n\nNeu"
    page: str = "/check/?a=1&b=2"
    email: str = ""


def test_values_stay_text_in_both_bodies():
    values = vars(Report())
    rendered = render("website/mail/barrier_report", values, "de")
    assert "<b>Zu & klein</b>\n\nNeu" in rendered.text
    assert "/check/?a=1&b=2" in rendered.text
    assert "&lt;b&gt;Zu &amp; klein&lt;/b&gt;<br>" in rendered.html


def test_subject_is_one_line_of_bounded_length(settings):
    templates = {
        "long.subject.txt": "{{ title }}\n",
        "long.txt": "Text",
        "long.html": "<title>{{ subject }}</title>",
    }
    loaders = [("django.template.loaders.locmem.Loader", templates)]
    settings.TEMPLATES = [{"BACKEND": settings.TEMPLATES[0]["BACKEND"], "OPTIONS": {"loaders": loaders}}]
    rendered = render("long", {"title": "Ein\r\nBcc: b@example.org & " + "x" * 300}, "de")
    assert rendered.subject == ("Ein Bcc: b@example.org & " + "x" * 300)[:255]
    assert "&amp;" in rendered.html
