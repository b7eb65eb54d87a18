"""The last step before a document is laid out."""

from html import unescape
from typing import Any

from ..templatetags.typography import typo


def polished(value: Any) -> Any:
    """Return data in which every text is a plain string with the line breaks German readers expect."""
    if isinstance(value, dict):
        return {key: part if key in {"svg", "lang", "url"} else polished(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [polished(part) for part in value]
    if isinstance(value, bool | int | float) or value is None:
        return value
    return unescape(typo(str(value)))
