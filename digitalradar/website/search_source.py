"""What the search knows besides the library: standard pages, „Woran hakt es?“ and the checks."""

from collections.abc import Iterator

from django.conf import settings
from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from django.urls import reverse
from django.utils.translation import override
from wagtail.signals import page_published, page_slug_changed, page_unpublished

from digitalradar.assessments.models import CatalogueVersion
from digitalradar.assessments.queries.catalogues import active_questionnaires
from digitalradar.assessments.questionnaire import Questionnaire
from digitalradar.search import services, sources
from digitalradar.search.entry import Entry
from digitalradar.search.plain_text import Texts

from .models import StandardPage, TroublePage

INDEXED = (StandardPage, TroublePage)
PAGE_PRIOR, CHECK_PRIOR = 0.6, 0.8  # guides come first where they fit as well
LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


def register() -> None:
    """Tell the search about them; called once at start."""
    sources.register("page", page_entries)
    sources.register("check", check_entries)
    for model in INDEXED:
        for signal in (page_published, page_slug_changed):
            signal.connect(_page_published, sender=model)
        for signal in (page_unpublished, pre_delete):
            signal.connect(_page_gone, sender=model)
    for signal in (post_save, post_delete):
        signal.connect(_checks_changed, sender=CatalogueVersion)


def page_entries() -> Iterator[Entry]:
    """Yield the entries of all published pages of these kinds."""
    for model in INDEXED:
        yield from map(page_entry, model.objects.live().select_related("locale").order_by("pk"))


def page_entry(page: StandardPage | TroublePage) -> Entry:
    """Return what the search keeps of a page; of „Woran hakt es?“ the problems as visitors read them."""
    texts = Texts()
    if isinstance(page, TroublePage):
        texts.lines = [block.value["sentence"] for block in page.problems]
    else:
        texts.add_stream(page.body.get_prep_value())
    return Entry(
        kind="page",
        key=str(page.translation_key),
        language=page.locale.language_code,
        title=page.title,
        url=page.get_url() or "",
        summary=page.intro,
        headings="\n".join(texts.headings),
        body="\n".join(texts.lines),
        prior=PAGE_PRIOR,
    )


def check_entries() -> Iterator[Entry]:
    """Yield the entries of the checks in use that have been translated, in each language."""
    for language in LANGUAGES:
        for check in active_questionnaires(language).values():
            if check.text_language == language:
                yield check_entry(check)


def check_entry(check: Questionnaire) -> Entry:
    """Return what the search keeps of a check: its purpose, its themes and their questions."""
    questions = [question.get("text", "") for one in check.dimensions for question in one["questions"]]
    with override(check.text_language):
        url = reverse("assessments:start", args=[check.id])
    return Entry(
        kind="check",
        key=check.id,
        language=check.text_language,
        title=check.title,
        url=url,
        summary=check.data["purpose"],
        headings="\n".join(dimension["title"] for dimension in check.dimensions),
        body="\n".join(filter(None, questions)),
        prior=CHECK_PRIOR,
    )


def _page_published(instance: StandardPage | TroublePage, **_signal: object) -> None:
    services.index(page_entry(instance))


def _page_gone(instance: StandardPage | TroublePage, **_signal: object) -> None:
    services.remove("page", str(instance.translation_key), instance.locale.language_code)


def _checks_changed(**_signal: object) -> None:
    """Index the checks anew once the catalogues are all stored: between two of them none may be active."""
    transaction.on_commit(_index_checks)


def _index_checks() -> None:
    for entry in check_entries():
        services.index(entry)
