"""Prerequisites must not run in a circle: whoever follows them has to arrive somewhere."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def cycle_from(start: Node, targets: Iterable[Node], edges: Iterable[tuple[Node, Node]]) -> list[Node]:
    """Return the circle that ``start`` would close by requiring ``targets``, from ``start`` back to it, or nothing.

    ``edges`` are the pairs (guide, required guide) of all guides; those that begin at ``start`` are replaced by
    ``targets``.
    """
    required: dict[Node, list[Node]] = defaultdict(list)
    for guide, target in edges:
        if guide != start:
            required[guide].append(target)
    required[start] = list(targets)
    return _path(start, start, required, set())


def _path(node: Node, goal: Node, required: dict[Node, list[Node]], seen: set[Node]) -> list[Node]:
    for target in required[node]:
        if target == goal:
            return [node, goal]
        if target not in seen:
            seen.add(target)
            if rest := _path(target, goal, required, seen):
                return [node, *rest]
    return []
