"""Fictitious practice reports: they come and go with the example region."""

from django.conf import settings
from django.db import transaction
from wagtail.models import Page

from ...content.places import EXAMPLES
from ...models import ContentFile, ReportIndexPage
from .directory import PAGES
from .loading import load_library
from .outcome import LibraryRefused


def load_examples() -> int:
    """Load the example files that are new or changed; return how many.

    Raises:
        LibraryRefused: one of them is broken; the others are loaded.
    """
    if not ReportIndexPage.objects.exists():
        return 0  # the start pages come first
    outcome = load_library(settings.CONTENT_DIR, examples=True)
    if outcome.refused:
        raise LibraryRefused("\n    ".join(map(str, outcome.refused)))
    return len(outcome.new) + len(outcome.changed)


@transaction.atomic
def remove_examples() -> None:
    """Delete the example pages and forget their files, so that they can come again."""
    for model in PAGES.values():
        for page in Page.objects.filter(pk__in=model.objects.filter(is_example=True).values("pk")):
            page.specific.delete()
    ContentFile.objects.filter(path__startswith=EXAMPLES).delete()
