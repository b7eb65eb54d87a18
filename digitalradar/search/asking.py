"""What people send with a search form: every value may be missing, unknown or nonsense."""

from django.http import QueryDict

LONGEST = 200


def text_of(sent: QueryDict) -> str:
    """Return what was typed, on one line, cut at 200 characters."""
    return " ".join(sent.get("q", "").replace("\x00", " ").split())[:LONGEST]


def page_of(sent: QueryDict) -> int:
    """Return the page asked for; 1 for anything that is no positive number."""
    given = sent.get("seite", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 6 and int(given) else 1
