"""The empty shelves of the library, with what they stand on."""

from digitalradar.core.starter import starters

NEEDED = ("vocabulary", "pages", "library shelves")


def add_shelves() -> None:
    """Load vocabulary, start pages and shelves as a new installation does."""
    for starter in starters():
        if starter.name in NEEDED:
            starter.function()
