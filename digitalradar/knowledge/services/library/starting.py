"""What a new or updated installation does with the library by itself."""

from django.conf import settings

from .loading import load_library
from .outcome import LibraryRefused


def load_on_start() -> str | None:
    """Load what has changed; return what somebody has to know.

    Raises:
        LibraryRefused: some files are broken; everything else is loaded, and the next start tries them again.
    """
    outcome = load_library(settings.CONTENT_DIR)
    told = [*outcome.told(), outcome.summary()]
    if outcome.refused:
        raise LibraryRefused("\n    ".join(told))
    return "\n    ".join(told) if outcome.has_news else None
