"""What search engines read about a page of the library, in the words of schema.org."""

from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString

from digitalradar.core.structured_data import data_block

from ..models import GuidePage, KnowledgePage


def structured_data(page: KnowledgePage) -> SafeString:
    """Return the element for the head of a page; a guide is a HowTo, everything else an Article."""
    return data_block(described(page))


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
