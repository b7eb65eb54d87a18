"""A change makes exactly those pages anew that show what has changed, in every process; all others stay kept."""

from collections.abc import Callable

import pytest
from django.core.files.images import ImageFile
from django.test import Client
from wagtail.images.models import Image
from wagtail.models import Collection, Locale, Page, PageViewRestriction

from digitalradar.assessments.models import CatalogueVersion
from digitalradar.assessments.services.catalogues import activate, load_shipped
from digitalradar.core.middleware.page_cache import PageCacheMiddleware
from digitalradar.core.page_cache.versions import known
from digitalradar.core.starter import starters
from digitalradar.knowledge.models import Fact, GlossaryTerm, GuidePage, Prerequisite
from digitalradar.region.models import ContactPerson
from digitalradar.topics.models import Dimension
from digitalradar.website.models import StandardPage
from tests.factories.knowledge import make_guide
from tests.factories.pictures import png
from tests.factories.region import ContactPersonFactory, PartnerFactory, RegionFactory

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # Wagtail leaves a file open
]
STARTERS = ("vocabulary", "pages", "library shelves")
ADDRESSES = {
    "home": "/",
    "list": "/leitfaeden/",
    "first": "/leitfaeden/erster/",
    "second": "/leitfaeden/zweiter/",
    "other": "/leitfaeden/anderer/",
    "versions": "/leitfaeden/erster/versionen/",
    "words": "/leitfaeden/begriffe/",
    "feed": "/leitfaeden/feed.atom",
    "imprint": "/impressum/",
    "about": "/ueber-uns/",
    "sitemap": "/sitemap.xml",
    "robots": "/robots.txt",
    "api": "/api/v1/guides/erster",
    "api-list": "/api/v1/guides",
}
EVERYTHING_FRAMED = set(ADDRESSES) - {"sitemap", "robots", "api", "api-list"}
OF_ANY_GUIDE = {"home", "list", "feed", "sitemap", "api", "api-list"}


@pytest.fixture
def library(settings, tmp_path):
    """A small portal with three guides; the first builds on the second and uses a term and a fact."""
    settings.PAGE_CACHE_BYTES = 8 * 1024 * 1024
    settings.DATA_DIR = settings.MEDIA_ROOT = tmp_path
    _replace_what_migrations_made()
    for starter in starters():
        if starter.name in STARTERS:
            starter.function()
    load_shipped()
    RegionFactory()
    ContactPersonFactory()
    PartnerFactory()
    GlossaryTerm.objects.create(id="backup", term="Backup", text="Eine Kopie.")
    Fact.objects.create(id="F-SEC-01", topic="Sicherheit", text="So ist es.", as_of="2026", is_certain=True)
    second = make_guide("zweiter")
    make_guide("anderer")
    make_guide("different", language="en")  # with the first one in a language every menu would change
    picture = Image.objects.create(title="Bild", file=ImageFile(png(64, 64), "bild.png"))
    first = make_guide(
        "erster", law="<p>Es gilt etwas [F-SEC-01].</p>", picture=picture, picture_alt="Ein Bild", picture_rights="Frei"
    )
    first.prerequisites.add(Prerequisite(target=second, reason="Zuerst das."))
    first.terms.add(GlossaryTerm.objects.get())
    first.save_revision().publish()
    known.clear()


def _replace_what_migrations_made() -> None:
    """Tests like these empty the database at their end."""
    for language in ("de", "en"):
        Locale.objects.get_or_create(language_code=language)
    if not Page.objects.exists():
        Page.add_root(title="Root", slug="root", locale=Locale.objects.get(language_code="de"))
    if not Collection.objects.exists():
        Collection.add_root(name="Root")


@pytest.fixture
def made(monkeypatch) -> Callable[[], list[set[str]]]:
    """Return a function that opens all pages in two processes and says for each which pages were made anew."""
    processes = Client(headers={"host": "localhost"}), Client(headers={"host": "localhost"})
    rendered: set[str] = set()
    make = PageCacheMiddleware._made

    def noted(self, request, key):
        rendered.add(next(name for name, path in ADDRESSES.items() if path == request.path))
        return make(self, request, key)

    monkeypatch.setattr(PageCacheMiddleware, "_made", noted)

    def open_all() -> list[set[str]]:
        anew = []
        for process in processes:
            rendered.clear()
            for path in ADDRESSES.values():
                process.get(path)
            anew.append(set(rendered))
        return anew

    return open_all


def guide(slug: str, language: str = "de") -> GuidePage:
    return GuidePage.objects.get(slug=slug, locale__language_code=language)


def publish(page, **fields) -> None:
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def save(row, **fields) -> None:
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()


def standard(slug: str) -> StandardPage:
    return StandardPage.objects.get(slug=slug, locale__language_code="de")


def translate(slug: str) -> None:
    copy = guide(slug).copy_for_translation(Locale.objects.get(language_code="en"))
    publish(copy, title="First")


def activate_again() -> None:
    activate(CatalogueVersion.objects.filter(is_active=True).first())


def restrict(page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


CHANGES: list[tuple[str, Callable[[], object], set[str]]] = [
    ("nothing", lambda: None, set()),
    ("a draft", lambda: guide("erster").save_revision(), set()),
    ("a guide", lambda: publish(guide("anderer"), promise="Anders."), OF_ANY_GUIDE | {"other"}),
    (
        "a guide that another builds on",
        lambda: publish(guide("zweiter"), title="Der zweite"),
        OF_ANY_GUIDE | {"first", "second"},
    ),
    ("a translation", lambda: translate("erster"), OF_ANY_GUIDE | {"first", "versions"}),
    ("a term", lambda: save(GlossaryTerm.objects.get(), text="Eine zweite Kopie."), {"first", "words", "api"}),
    ("a fact", lambda: save(Fact.objects.get(), text="So ist es nicht."), {"first", "api"}),
    ("a picture", lambda: save(Image.objects.get(), title="Anders"), {"first", "versions", "api"}),
    ("a text page", lambda: publish(standard("impressum"), intro="Neu."), {"imprint", "sitemap", "list", "api-list"}),
    (
        "a title in the footer",
        lambda: publish(standard("impressum"), title="Wer wir sind"),
        EVERYTHING_FRAMED | {"sitemap", "api-list"},
    ),
    ("a contact person", ContactPersonFactory, {"home", "first", "second", "other", "about"}),
    (
        "who is asked about a theme",
        lambda: Dimension.objects.get(pk="prozesse").contact_people.add(ContactPerson.objects.first()),
        {"home", "first", "second", "other", "about"},
    ),
    ("a partner", PartnerFactory, {"about"}),
    ("a catalogue", activate_again, {"home", "sitemap"}),
    ("a guide is retired", lambda: guide("anderer").unpublish(), OF_ANY_GUIDE | {"other"}),
    ("who may read a page", lambda: restrict(guide("zweiter")), set(ADDRESSES) - {"robots", "api-list"}),
]


def test_every_change_makes_anew_what_shows_it(library, made):
    made()
    found = {}
    for name, change, _expected in CHANGES:
        change()
        first, second = made()
        assert first == second, name
        found[name] = first
    assert found == {name: expected for name, _change, expected in CHANGES}


def test_retired_page_is_gone_and_a_restricted_one_asks_for_a_name(library, client):
    address = ADDRESSES["other"]
    assert client.get(address).status_code == 200
    guide("anderer").unpublish()
    assert client.get(address).status_code == 404
    restrict(guide("erster"))
    assert [client.get(ADDRESSES["first"]).status_code for _ in range(2)] == [302, 302]


def test_signed_in_people_and_people_in_a_check_get_pages_of_their_own(library, admin_client, client):
    for browser in (admin_client, client):
        if browser is client:
            browser.cookies["digitalradar_run"] = "a" * 24
        answer = browser.get(ADDRESSES["first"])
        assert (answer.status_code, answer.has_header("ETag")) == (200, False)


def test_preview_is_never_kept(library, admin_client):
    page = guide("erster")
    page.promise = "Noch ein Entwurf."
    page.save_revision()
    preview = admin_client.get(f"/verwaltung/pages/{page.pk}/view_draft/")
    assert "Noch ein Entwurf." in preview.content.decode()
    assert "Noch ein Entwurf." not in Client().get(ADDRESSES["first"]).content.decode()
