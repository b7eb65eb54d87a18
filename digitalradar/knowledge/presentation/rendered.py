"""The stored parts of pages: rendered on publication, and anew when something they show has changed."""

import hashlib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils.safestring import SafeString

from digitalradar import core
from digitalradar.core.page_cache.versions import Position, known

from ..cache_tags import article_tags
from ..models import GuidePage, KnowledgePage, PracticeReportPage, RenderedArticle, TechnologyPage
from .article import article_html
from .head import head_html
from .share import share
from .structured_data import structured_data

SOURCES = (".py", ".html", ".mo")


class Parts(NamedTuple):
    """What everybody sees of a page, as safe HTML, and the tags of what is shown there."""

    head: SafeString
    article: SafeString
    structured_data: SafeString
    share: dict[str, str]
    tags: list[str]


def render(page: KnowledgePage) -> Parts:
    """Return the parts as they are now: for drafts, which nobody stores, and for what is to be stored."""
    language = page.locale.language_code
    return Parts(
        head_html(page, language), article_html(page, language), structured_data(page), share(page), article_tags(page)
    )


def store(page: KnowledgePage) -> Parts:
    """Render a published page and keep the parts. Of two who do it at once the last one wins; both are right."""
    version = known.now().version  # before anything is read: a change in between makes the parts too old
    parts = render(page)
    values = {"head": parts.head, "article": parts.article, "structured_data": parts.structured_data}
    values |= {"tags": parts.tags, "version": version, "release": release()}
    RenderedArticle.objects.update_or_create(page_id=page.pk, defaults=values)
    return parts


def stored(page: KnowledgePage) -> Parts | None:
    """Return the parts that are kept of a page, or None if there are none or something they show has changed."""
    kept: RenderedArticle | None = getattr(page, "rendered", None)
    if kept is None or kept.release != release() or not _is_current(kept):
        return None
    texts = map(SafeString, (kept.head, kept.article, kept.structured_data))
    return Parts(*texts, share(page), kept.tags)


def store_outdated() -> str | None:
    """Render every published page whose parts are missing or out of date, and say how many; a step of ``init``."""
    before = set(RenderedArticle.objects.values_list("pk", "rendered_at"))
    for kind in (GuidePage, TechnologyPage, PracticeReportPage):
        for pk in kind.objects.live().values_list("pk", flat=True):
            kind.to_read(pk)
    made = len(set(RenderedArticle.objects.values_list("pk", "rendered_at")) - before)
    return f"{made} pages were rendered" if made else None


def _is_current(kept: RenderedArticle) -> bool:
    epoch, version = known.now()
    return kept.version <= version and known.is_current(frozenset(kept.tags), Position(epoch, kept.version))


@cache
def release() -> str:
    """Return a digest of all that parts are made with: code, templates, translations, static files, our address."""
    digest = hashlib.sha256(f"{settings.PUBLIC_URL} {getattr(staticfiles_storage, 'manifest_hash', '')}".encode())
    package = Path(core.__file__).parents[1]
    folders = [package / name for name in ("core", "knowledge", "topics", "locale")]
    for file in sorted(file for folder in folders for file in folder.rglob("*") if file.suffix in SOURCES):
        digest.update(file.read_bytes())
    return digest.hexdigest()
