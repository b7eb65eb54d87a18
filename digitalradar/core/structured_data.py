"""What search engines read about a page (JSON-LD): a data block, which no browser executes."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

# "<" cannot end the element early, nor begin a comment, when it is written as an escape.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def data_block(data: dict[str, Any]) -> SafeString:
    """Return the element for the head of a page that says ``data``, in the words of schema.org."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 -- escaped above
