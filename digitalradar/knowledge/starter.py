"""The three shelves of the library, in German and English, below the start pages."""

from uuid import UUID, uuid5

from django.db import transaction
from django.utils.timezone import now
from wagtail.models import Page, Site

from .models import GuideIndexPage, IndexPage, ReportIndexPage, TechnologyIndexPage

# Pages that come with the product are found again by a fixed key, whatever address and title editors give them.
KEYS = UUID("3b1f6c62-7d1e-4b0e-9a53-4c1d51f2b9a7")

SHELVES: dict[type[IndexPage], dict[str, tuple[str, str, str]]] = {
    GuideIndexPage: {
        "de": (
            "leitfaeden",
            "Leitfäden",
            "Anleitungen mit gleichem Aufbau: was es bringt, was es kostet, wie Sie vorgehen und was schiefgehen kann.",
        ),
        "en": (
            "guides",
            "Guides",
            "Guides that are all built alike: what it brings, what it costs, how to proceed and what can go wrong.",
        ),
    },
    TechnologyIndexPage: {
        "de": (
            "technologien",
            "Technologien",
            "Was eine Technik kann, wie weit sie ist und wie Sie sie mit kleinem Aufwand ausprobieren.",
        ),
        "en": (
            "technologies",
            "Technologies",
            "What a technology can do, how far it has come and how to try it with little effort.",
        ),
    },
    ReportIndexPage: {
        "de": (
            "praxis",
            "Aus der Praxis",
            "Was Betriebe ausprobiert haben, was es gebracht hat und was nicht funktioniert hat.",
        ),
        "en": ("practice", "From practice", "What companies tried, what came of it and what did not work."),
    },
}


@transaction.atomic
def load_shelves() -> None:
    """Add the shelves that are missing below each start page; those that are there stay as they are."""
    for model, texts in SHELVES.items():
        for home in start_pages():
            _add_shelf(model, home, texts[home.locale.language_code])


def start_pages() -> list[Page]:
    """Return the start page of the default site and its translations."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    return list(site.root_page.get_translations(inclusive=True).select_related("locale")) if site else []


def page_key(kind: str, identifier: str) -> UUID:
    """Return the translation key of a page that comes with the product: the same on every installation."""
    return uuid5(KEYS, f"{kind}:{identifier}")


def shelf(model: type[IndexPage], language: str) -> IndexPage:
    """Return the shelf of one language. Raises ``DoesNotExist`` if staff deleted it."""
    return model.objects.get(locale__language_code=language)


def _add_shelf(model: type[IndexPage], home: Page, texts: tuple[str, str, str]) -> None:
    slug, title, intro = texts
    taken = home.get_children().filter(slug=slug).exists()
    if taken or model.objects.filter(locale=home.locale).exists():
        return
    key = page_key("shelf", model.__name__)
    page = model(locale=home.locale, translation_key=key, slug=slug, title=title, intro=intro)
    page.first_published_at = page.last_published_at = now()
    home.add_child(instance=page)
