"""Short texts kept twice in one record: ``role`` in German, ``role_en`` in English."""

from django.db import models
from django.utils.translation import get_language


def localized(record: models.Model, field: str) -> str:
    """Return the text in the language of the page; German where the English one is empty."""
    if get_language() == "en" and (english := getattr(record, f"{field}_en")):
        return english
    return getattr(record, field)
