"""The empty shelves of the library, with what they stand on."""

from digitalradar.core.starter import starters
from tests.replaying import replay

NEEDED = ("vocabulary", "pages", "library shelves")


def add_shelves() -> None:
    """Load vocabulary, start pages and shelves as a new installation does."""
    replay(_load)


def _load() -> None:
    for starter in starters():
        if starter.name in NEEDED:
            starter.function()
