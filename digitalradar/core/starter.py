"""What a new installation begins with. Apps register functions; ``digitalradar init`` calls them.

Each function may run any number of times: it adds what is missing and leaves alone what an editor has changed.
"""

from collections.abc import Callable
from dataclasses import dataclass

Step = Callable[[], str | None]


@dataclass(frozen=True)
class Starter:
    """One step: ``function`` may return a sentence that is shown on the screen."""

    name: str
    function: Step
    order: int


_starters: dict[str, Starter] = {}


def register(name: str, function: Step, order: int) -> None:
    """Add a step, once, from an app's ``AppConfig.ready``; lower ``order`` runs earlier.

    Orders in use: 10 accounts, 20 catalogues, 25 official statistics, 30 topics and region, 40 pages, 60 library,
    90 example data, 95 articles.
    """
    _starters[name] = Starter(name, function, order)


def starters() -> list[Starter]:
    """Return the registered steps in the order of running."""
    return sorted(_starters.values(), key=lambda starter: (starter.order, starter.name))
