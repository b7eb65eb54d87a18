"""How what belongs to a date is copied. A format with parts of its own says so, and its app copies them."""

from collections.abc import Callable

from .models import Occurrence

Copy = Callable[[Occurrence, Occurrence], None]

_copies: dict[str, Copy] = {}


def register(kind_id: str, copy: Copy) -> None:
    """Let ``copy(original, new)`` copy the offers of all dates of a kind and what hangs on them.

    Called once, from an app's ``AppConfig.ready``. It runs inside the transaction in which the new draft is made.
    """
    _copies[kind_id] = copy


def copy_of(kind_id: str) -> Copy | None:
    """Return who copies the offers of a kind; None: the usual way."""
    return _copies.get(kind_id)
