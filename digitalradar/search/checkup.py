"""What ``digitalradar doctor`` says about the search."""

from collections.abc import Iterator

from digitalradar.core.checkup import Finding, ok, warning

from .models import Document
from .services.rebuilding import differences


def check_index() -> Iterator[Finding]:
    """Say whether the index holds what is published."""
    if found := differences():
        yield warning(f"{len(found)} pages differ from the index, for example {found[0]}: digitalradar search rebuild")
    else:
        yield ok(f"{Document.objects.count()} pages are in the index, all up to date")
