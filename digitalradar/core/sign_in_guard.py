"""What the guard against guessed passwords (django-axes) may know and say about a visitor."""

from django.http import HttpRequest


def account_name(request: HttpRequest | None, credentials: dict | None) -> str:
    """Return the account somebody tries, in one spelling: otherwise each spelling would get its own eight tries."""
    given = credentials or (request.POST if request is not None else {})
    return str(given.get("username") or given.get("email") or "").strip().casefold()


def nobody(*_client: object) -> str:
    """Return how the log names a visitor: not at all."""
    return "a visitor"
