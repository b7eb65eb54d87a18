"""How much a catalogue that somebody sends along may ask of the processor.

Reading and scoring grow with the number of questions, measures and links between them, some of it with
their product. With these figures the worst request takes a fraction of a second; the largest check of our own
has 45 questions and 71 measures.
"""

from collections.abc import Mapping
from typing import Any

from .problems import Refused

MAX_QUESTIONS = 200
MAX_MEASURES = 150
MAX_LINKS = 2_000  # lifts and prerequisites of all measures
MAX_CONDITIONS = 5_000  # values and parts of all conditions
FIELDS = ("catalogue", "short", "main")
RUNS = ("old", "new")


def check_sizes(request: Mapping[str, Any]) -> None:
    """Refuse a request whose catalogues are too large.

    Only counts what stands at the right places; whether it is right is for the scoring engine to say.

    Raises:
        Refused: ``catalogue_too_large``, with the field and the limit.
    """
    for field in FIELDS:
        _check(request.get(field), field)
    for run in RUNS:
        _check(_get(request.get(run), "catalogue"), f"{run}.catalogue")


def _check(catalogue: object, path: str) -> None:
    questions = [item for dimension in _items(catalogue, "dimensions") for item in _items(dimension, "questions")]
    measures = _items(catalogue, "measures")
    links = sum(len(_items(item, "lifts")) + len(_items(item, "requires")) for item in measures)
    conditions = sum(_size(_get(item, "show_if")) for item in [*questions, *measures])
    for found, limit, name in (
        (len(questions), MAX_QUESTIONS, "questions"),
        (len(measures), MAX_MEASURES, "measures"),
        (links, MAX_LINKS, "lifts and prerequisites"),
        (conditions, MAX_CONDITIONS, "parts of conditions"),
    ):
        if found > limit:
            raise Refused("catalogue_too_large", path, f"at most {limit} {name}")


def _get(value: object, key: str) -> Any:
    return value.get(key) if isinstance(value, Mapping) else None


def _items(value: object, key: str) -> list[Any]:
    found = _get(value, key)
    return found if isinstance(found, list) else []


def _size(condition: object) -> int:
    """Return the number of values in a condition, without recursion: it may be nested as deeply as JSON allows."""
    count, waiting = 0, [condition]
    while waiting:
        part = waiting.pop()
        count += 1
        if isinstance(part, Mapping):
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)
    return count
