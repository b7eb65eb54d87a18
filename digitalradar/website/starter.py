"""The pages every portal starts with, in German and English; texts lie in ``texts/``."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid5

import yaml
from django.conf import settings
from django.db import transaction
from django.utils.timezone import now
from wagtail.models import Locale, Page, Site
from wagtail.rich_text import RichText

from digitalradar.topics.models import Dimension

from .models import HomeGain, HomePage, HomePoint, HomeSentence, StandardPage, TroublePage

TEXTS = Path(__file__).parent / "texts"
LANGUAGES = ("de", "en")
# Starter pages are known by a fixed key, so that they are found again under whatever address and title editors give.
KEYS = UUID("6f2a1c1e-54a1-4c55-9d0e-3f1f5f6c0a51")


@transaction.atomic
def load_pages() -> None:
    """Add the start page and the standard pages that are missing; pages that are there stay as they are."""
    for language in LANGUAGES:
        texts = yaml.safe_load((TEXTS / f"{language}.yaml").read_text(encoding="utf-8"))
        locale, _created = Locale.objects.get_or_create(language_code=language)
        home = _find("home", locale) or _add_home(texts, locale)
        for page in texts["pages"]:
            if not _find(page["slug"], locale):
                _add_standard_page(home, page, locale)
        _add_trouble_page(home, locale)
    _open_site()


def _key(name: str) -> UUID:
    return uuid5(KEYS, name)


def _find(name: str, locale: Locale) -> Page | None:
    return Page.objects.filter(translation_key=_key(name), locale=locale).first()


def _add_home(texts: dict[str, Any], locale: Locale) -> Page:
    home = HomePage(locale=locale, translation_key=_key("home"), **texts["home"])
    home.points = [HomePoint(**point) for point in texts["points"]]
    home.gains = [HomeGain(**gain) for gain in texts["gains"]]
    dimensions = Dimension.objects.in_bulk()
    home.sentences = [
        HomeSentence(sentence=item["sentence"], dimension=dimensions[item["dimension"]], guide=item["guide"])
        for item in texts["sentences"]
    ]
    return _publish(Page.get_first_root_node(), home)


def _add_standard_page(home: Page, texts: dict[str, Any], locale: Locale) -> None:
    """Add one page, unless an editor already has another page at its address."""
    if home.get_children().filter(slug=texts["slug"]).exists():
        return
    body = [_block(name, value) for part in texts["body"] for name, value in part.items()]
    page = StandardPage(locale=locale, translation_key=_key(texts["slug"]), **{**texts, "body": body})
    _publish(home, page)


def _add_trouble_page(home: Page, locale: Locale) -> None:
    """Add „Woran hakt es?“, unless it is there or an editor has another page at its address."""
    texts = yaml.safe_load((TEXTS / "trouble.yaml").read_text(encoding="utf-8"))
    language = locale.language_code
    facts = texts["page"][language]
    if _find("trouble", locale) or home.get_children().filter(slug=facts["slug"]).exists():
        return
    problems = [("problem", _problem(item, language)) for item in texts["problems"]]
    _publish(home, TroublePage(locale=locale, translation_key=_key("trouble"), problems=problems, **facts))


def _problem(item: dict[str, Any], language: str) -> dict[str, Any]:
    advice = [{"guide": one["guide"], "reason": one[language]} for one in item["guides"]]
    return {**{key: item[key] for key in ("area", "name", "question")}, "sentence": item[language], "guides": advice}


def _block(name: str, value: str | None) -> tuple[str, Any]:
    return (name, RichText(value) if name == "text" else value)


def _publish(parent: Page, page: Page) -> Page:
    """Add a page that is public at once; its first revision comes with the first edit."""
    page.first_published_at = page.last_published_at = now()
    return parent.add_child(instance=page)


def _open_site() -> None:
    """Put the German start page at the root in place of Wagtail's welcome page; a site of one's own stays."""
    home = HomePage.objects.get(translation_key=_key("home"), locale__language_code="de")
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    if site.pk and not _is_welcome_page(site.root_page):
        return
    welcome = site.root_page if site.pk else None
    address = urlsplit(settings.PUBLIC_URL)
    site.hostname = address.hostname or "localhost"
    site.port = address.port or (443 if address.scheme == "https" else 80)
    site.site_name = settings.WAGTAIL_SITE_NAME
    site.root_page = home
    site.save()
    if welcome:
        welcome.delete()


def _is_welcome_page(page: Page) -> bool:
    """Whether this is the page that Wagtail's own migrations make."""
    return page.specific_class is Page and page.slug == "home" and page.is_leaf()
