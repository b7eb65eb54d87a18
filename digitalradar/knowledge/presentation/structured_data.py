"""What search engines read about a page, in the words of schema.org: a data block, which no browser executes."""

import json
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from ..models import GuidePage, KnowledgePage

# "<" cannot end the element early, nor begin a comment, when it is written as an escape.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def structured_data(page: KnowledgePage) -> SafeString:
    """Return the element for the head of a page; a guide is a HowTo, everything else an Article."""
    text = json.dumps(described(page), ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 -- escaped above


def described(page: KnowledgePage) -> dict[str, Any]:
    """Return the description as data; what is not known is left out."""
    data = {
        "@context": "https://schema.org",
        "@type": "HowTo" if isinstance(page, GuidePage) else "Article",
        "headline": page.title,
        "name": page.title,
        "description": page.promise,
        "url": public_address(page),
        "inLanguage": page.locale.language_code,
        "identifier": page.identifier,
        "version": page.version,
        "author": {"@type": "Organization", "name": page.author} if page.author else None,
        "datePublished": page.published_on.isoformat() if page.published_on else None,
        "dateModified": page.last_published_at.date().isoformat() if page.last_published_at else None,
        "isAccessibleForFree": True,
        "step": _steps(page) if isinstance(page, GuidePage) else None,
    }
    return {key: value for key, value in data.items() if value not in (None, "", [])}


def public_address(page: KnowledgePage) -> str:
    """Return the one address of a page, under whichever name the server was asked."""
    return f"{settings.PUBLIC_URL}{page.get_url() or ''}"


def _steps(page: GuidePage) -> list[dict[str, Any]]:
    """Return the steps by name: their texts stand on the page and would be sent twice."""
    return [
        {"@type": "HowToStep", "position": number, "name": block.value["title"]}
        for number, block in enumerate(page.steps, 1)
    ]
