"""The region's own words on the pages where a check begins."""

from ..models import StartText


def live_start_text(catalogue: str, language: str) -> StartText | None:
    """Return the published text of a page in a language, or None; an English page never shows a German text."""
    return StartText.objects.filter(catalogue=catalogue, language=language, live=True).first()
