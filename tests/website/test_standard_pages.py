"""Imprint, privacy and the like: starter texts, tables that follow the settings, footer."""

import pytest
from django.core.files.images import ImageFile
from django.urls import reverse
from wagtail.images.models import Image
from wagtail.models import Page, Site

from digitalradar.accounts.models import User
from digitalradar.core import retention
from digitalradar.core.checkup import Level
from digitalradar.website.checkup import check_pages
from digitalradar.website.gaps import gaps, marked
from digitalradar.website.models import HomePage, StandardPage
from digitalradar.website.queries import open_gaps
from digitalradar.website.starter import load_pages
from tests.factories.pictures import png
from tests.factories.region import ContactPersonFactory, PartnerFactory, RegionFactory

SLUGS = ["leichte-sprache", "barrierefreiheit", "ueber-uns", "impressum", "datenschutz"]


def test_each_page_is_there_in_both_languages(client, pages):
    for slug in SLUGS:
        urls = {"de": f"/{slug}/", "en": f"/en/{slug}/"}
        for language, url in urls.items():
            response = client.get(url)
            assert response.status_code == 200
            assert f'<html lang="{language}">' in response.content.decode()
            assert response.content.decode().count("<h1>") == 1
            assert {item["code"]: item["url"] for item in response.context["language_switch"]} == urls


@pytest.mark.parametrize("count", [1, 3])
def test_about_page_needs_a_constant_number_of_queries(client, pages, count, django_assert_num_queries):
    ContactPersonFactory.create_batch(count)
    PartnerFactory.create_batch(count)
    client.get("/ueber-uns/")
    with django_assert_num_queries(4):
        client.get("/ueber-uns/")


def test_privacy_page_names_each_cookie_and_each_clock(client, pages, settings):
    settings.EMPTY_RUN_DAYS, settings.OPEN_RUN_DAYS, settings.FINISHED_RUN_MONTHS = 3, 31, 7
    content = client.get("/datenschutz/").content.decode()
    for cookie in ("digitalradar_run", settings.CSRF_COOKIE_NAME, settings.SESSION_COOKIE_NAME):
        assert f"<code>{cookie}</code>" in content
    assert "3 Tage nach dem letzten Besuch" in content
    assert "31 Tage nach dem letzten Besuch" in content
    assert "7 Monate nach dem letzten Besuch" in content
    assert "31 Tage, mit Ergebnis 7 Monate, jeweils nach dem letzten Besuch" in content
    for kind in retention.kinds():
        assert str(kind.name) in content
        assert kind.clock() in content


def test_about_page_names_people_and_partners(client, pages):
    person, partner = ContactPersonFactory(), PartnerFactory(url="https://example.org/")
    content = client.get("/ueber-uns/").content.decode()
    assert person.name in content
    assert f'<a href="https://example.org/">{partner.name}</a>' in content


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Wagtail leaves a temporary file open
def test_pictures_of_partners_people_and_funder_are_shown(client, pages, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    picture = Image.objects.create(title="Zeichen", file=ImageFile(png(640, 320), "zeichen.png"))
    ContactPersonFactory(photo=picture, photo_rights="Beispielfoto, 2026", languages="Deutsch, Polnisch")
    PartnerFactory(logo=picture)
    RegionFactory(
        funding_statement="Gefördert mit Beispielmitteln.", funding_emblem=picture, funding_url="https://example.org/"
    )
    content = client.get("/ueber-uns/").content.decode()
    assert 'width="128" height="64"' in content
    assert 'class="portrait"' in content
    assert "Spricht Deutsch, Polnisch" in content
    assert "Gefördert mit Beispielmitteln." in content
    assert 'alt="Seite des Fördergebers"' in content


def test_pages_show_what_is_still_to_be_filled_in(client, pages):
    content = client.get("/impressum/").content.decode()
    assert "<mark>[Bitte ergänzen: ladungsfähige Anschrift, kein Postfach]</mark>" in content


def test_gaps_are_found_and_marked():
    text = "A [Bitte ergänzen: Name] B [Please complete: date] C [Fußnote]"
    assert gaps(text) == ["[Bitte ergänzen: Name]", "[Please complete: date]"]
    assert marked(text).count("<mark>") == 2


def test_checkup_tells_open_places_until_they_are_filled_in(pages):
    assert {finding.level for finding in check_pages()} == {Level.MISSING}
    RegionFactory(is_example=True)
    assert {finding.level for finding in check_pages()} == {Level.WARNING}
    assert set(open_gaps()) >= {"/impressum/", "/datenschutz/", "/en/impressum/"}
    StandardPage.objects.update(body="[]")
    assert [finding.level for finding in check_pages()] == [Level.OK]


def test_footer_follows_what_is_published(client, pages):
    def labels(group):
        return [link.label for link in client.get("/").context["footer"][group]]

    assert labels("legal") == ["Über uns", "Impressum", "Datenschutz"]
    assert labels("access") == ["Leichte Sprache", "Barrierefreiheit", "Barriere melden"]
    StandardPage.objects.get(slug="leichte-sprache", locale__language_code="de").unpublish()
    assert labels("access") == ["Barrierefreiheit", "Barriere melden"]
    assert client.get("/leichte-sprache/").status_code == 404


def test_language_switch_follows_a_page_with_another_address(client, pages):
    page = StandardPage.objects.get(slug="impressum", locale__language_code="en")
    page.slug = "legal-notice"
    page.save_revision().publish()
    switch = client.get("/impressum/").context["language_switch"]
    assert [language["url"] for language in switch] == ["/impressum/", "/en/legal-notice/"]
    page.unpublish()
    assert [language["code"] for language in client.get("/impressum/").context["language_switch"]] == ["de"]


def test_starter_runs_again_without_touching_anything(pages):
    page = StandardPage.objects.get(slug="impressum", locale__language_code="de")
    page.title, page.slug = "Wer wir sind", "anbieter"
    page.save_revision().publish()
    before = list(Page.objects.order_by("pk").values())
    load_pages()
    assert list(Page.objects.order_by("pk").values()) == before


def test_starter_brings_back_a_page_that_was_deleted(pages):
    StandardPage.objects.filter(slug="impressum").delete()
    load_pages()
    assert StandardPage.objects.filter(slug="impressum").count() == 2


def test_starter_leaves_an_editors_page_at_the_same_address(pages):
    StandardPage.objects.filter(slug="impressum").delete()
    own = HomePage.objects.get(slug="start").add_child(instance=StandardPage(title="Eigenes", slug="impressum"))
    load_pages()
    assert StandardPage.objects.filter(slug="impressum", locale__language_code="de").get() == own


def test_starter_puts_the_start_page_in_place_of_the_welcome_page(pages, settings):
    site = Site.objects.get()
    assert site.root_page.slug == "start"
    assert f"http://{site.hostname}:{site.port}" == settings.PUBLIC_URL
    assert not Page.objects.filter(slug="home").exists()


def test_starter_leaves_a_site_of_ones_own(pages):
    other = Page.get_first_root_node().add_child(instance=Page(title="Eigene", slug="eigene"))
    Site.objects.update(root_page=other)
    load_pages()
    assert Site.objects.get().root_page_id == other.pk


@pytest.mark.parametrize("model", [HomePage, StandardPage])
def test_back_office_edits_and_previews_pages(client, pages, model):
    client.force_login(User.objects.create_superuser("redaktion@example.org", "ein langes Passwort"))
    page = model.objects.filter(locale__language_code="de").first()
    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    assert client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).status_code == 200
