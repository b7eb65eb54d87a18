"""Who writes: what stands at the top and the foot of a message. An app that knows the sender registers it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Letterhead:
    """The sender in the language of the message; ``name`` is the region's, empty while nobody has set it up."""

    name: str = ""
    phone: str = ""
    hours: str = ""
    is_example: bool = False


_sources: list[Callable[[], Letterhead]] = []


def register(source: Callable[[], Letterhead]) -> None:
    """Let ``source()`` say who writes; called once from an app's ``AppConfig.ready``."""
    _sources[:] = [source]


def letterhead() -> Letterhead:
    """Return the registered sender, or an empty one."""
    return _sources[0]() if _sources else Letterhead()
