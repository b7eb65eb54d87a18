"""Forget what shows a row as soon as the row changes; by signals, for changes come from Wagtail's own screens.

Rows that are written without signals (``bulk_create``, ``update``) need a call of :func:`page_cache.forget` beside.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, PageViewRestriction, ReferenceIndex, Site
from wagtail.signals import page_slug_changed, post_page_move

from . import FRAME, ROOTS, SITES, forget, kind_tag, page_tag

# What is saved with a draft of a published page; readers see none of it.
OF_DRAFTS = {"latest_revision", "latest_revision_created_at", "has_unpublished_changes", "draft_title", "locked"}
START_DEPTH = 2  # the tree begins with an invisible root; start pages stand right below
Tags = Callable[[Any], Iterable[str]]

_pictures: dict[type[Model], Tags] = {}


def follow(model: type[Model], tags: Tags) -> None:
    """Forget ``tags(row)`` whenever a row of the model is saved or deleted, or a picture that it shows is changed."""

    def changed(instance: Model, **_signal: object) -> None:
        forget(*tags(instance))

    for signal in (post_save, post_delete):
        signal.connect(changed, sender=model, weak=False)
    _pictures[model] = tags


def follow_relation(through: type[Model], tag: str) -> None:
    """Forget the tag whenever rows of two models are linked or unlinked by ``through``."""

    def changed(action: str, **_signal: object) -> None:
        if action.startswith("post_"):
            forget(tag)

    m2m_changed.connect(changed, sender=through, weak=False)


def connect() -> None:
    """Follow what belongs to no app of ours: Wagtail's pages, who may see them, its sites, and its pictures."""
    post_save.connect(_page_saved)
    pre_delete.connect(_page_deleted)
    page_slug_changed.connect(_address_changed)
    post_page_move.connect(_address_changed)
    for model in (PageViewRestriction, Site, Locale):
        follow(model, lambda row: [FRAME, SITES])
    for signal in (post_save, pre_delete):
        signal.connect(_picture_changed, sender=get_image_model())


def page_tags(page: Page) -> list[str]:
    """Return what changes with a page: it, its translations (they link to each other), what lists its kind."""
    translations = Page.objects.filter(translation_key=page.translation_key).values_list("pk", flat=True)
    tags = [page_tag(page.pk), *map(page_tag, translations), kind_tag(page.specific_class or type(page))]
    return [*tags, ROOTS] if page.depth <= START_DEPTH else tags


def _page_saved(instance: Model, created: bool, update_fields: frozenset[str] | None, **_signal: object) -> None:
    if not isinstance(instance, Page) or (update_fields and OF_DRAFTS.issuperset(update_fields)):
        return
    if instance.live or not created:
        forget(*page_tags(instance))


def _page_deleted(instance: Model, **_signal: object) -> None:
    if isinstance(instance, Page):
        forget(*page_tags(instance))


def _address_changed(instance: Page, **_signal: object) -> None:
    """Forget everything below a page that has a new address."""
    for page in instance.get_descendants(inclusive=True).specific(defer=True):
        forget(*page_tags(page))


def _picture_changed(instance: Model, **_signal: object) -> None:
    """Forget what shows this picture: pages, and rows of models that are followed."""
    for reference in ReferenceIndex.get_references_to(instance).select_related("base_content_type"):
        model = reference.base_content_type.model_class()
        if model is None:
            continue
        if issubclass(model, Page):
            forget(page_tag(int(reference.object_id)))
        elif (tags := _pictures.get(model)) and (row := model._default_manager.filter(pk=reference.object_id).first()):
            forget(*tags(row))
