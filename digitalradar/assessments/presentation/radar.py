"""Geometry of the radar: where rings, axes, dots and labels lie. Drawn by ``assessments/charts/radar.svg``."""

import math
from dataclasses import dataclass
from typing import Any

CENTRE = (350, 305)
RADIUS = 215
LEVELS = 5
LABEL_GAP = 30
LETTER_WIDTH = 11.5  # of the label font at 22.5 units, for the box behind the one label in yellow
DIAMOND = 7


@dataclass(frozen=True)
class Spoke:
    """One dimension on the radar; levels are 1 to 5 and None without a score."""

    label: str
    level: float | None
    level_text: str
    target: int | None
    is_focus: bool = False


def radar(spokes: list[Spoke]) -> dict[str, Any]:
    """Return what the drawing needs; the first axis points up, the others follow clockwise."""
    count = len(spokes)
    ends = [_point(index, count, LEVELS) for index in range(count)]
    own = [None if spoke.level is None else _point(index, count, spoke.level) for index, spoke in enumerate(spokes)]
    return {
        "rings": [
            {"points": _path([_point(index, count, level) for index in range(count)]), "is_alternate": level % 2 == 1}
            for level in range(LEVELS, 0, -1)
        ],
        "scale": [
            {"level": level, "y": _text(CENTRE[1] - RADIUS * level / LEVELS + 5)} for level in range(1, LEVELS + 1)
        ],
        "centre": {"x": CENTRE[0], "y": CENTRE[1]},
        "axes": [{"x": _text(x), "y": _text(y)} for x, y in ends],
        "area": _path([point for point in own if point]) if all(own) else "",
        "lines": _lines(own),
        "dots": [_dot(point, spoke) for point, spoke in zip(own, spokes, strict=True) if point],
        "targets": [
            _diamond(_point(index, count, spoke.target))
            for index, spoke in enumerate(spokes)
            if spoke.target is not None
        ],
        "labels": [_label(index, count, spoke) for index, spoke in enumerate(spokes)],
    }


def _point(index: int, count: int, level: float) -> tuple[float, float]:
    angle = 2 * math.pi * index / count
    reach = RADIUS * level / LEVELS
    return CENTRE[0] + reach * math.sin(angle), CENTRE[1] - reach * math.cos(angle)


def _path(points: list[tuple[float, float]]) -> str:
    return " ".join(f"{_text(x)},{_text(y)}" for x, y in points)


def _text(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _lines(own: list[tuple[float, float] | None]) -> list[dict[str, str]]:
    """Lines between neighbours that both have a score: a missing value breaks the line."""
    pairs = zip(own, own[1:] + own[:1], strict=True)
    return [{"x1": _text(a[0]), "y1": _text(a[1]), "x2": _text(b[0]), "y2": _text(b[1])} for a, b in pairs if a and b]


def _dot(point: tuple[float, float], spoke: Spoke) -> dict[str, Any]:
    return {"x": _text(point[0]), "y": _text(point[1]), "is_focus": spoke.is_focus}


def _diamond(point: tuple[float, float]) -> str:
    x, y = point
    return _path([(x, y - DIAMOND), (x + DIAMOND, y), (x, y + DIAMOND), (x - DIAMOND, y)])


def _label(index: int, count: int, spoke: Spoke) -> dict[str, Any]:
    angle = 2 * math.pi * index / count
    x = CENTRE[0] + (RADIUS + LABEL_GAP) * math.sin(angle)
    y = CENTRE[1] - (RADIUS + LABEL_GAP) * math.cos(angle) + 4
    side = math.sin(angle)
    anchor = "middle" if abs(side) < 0.2 else "start" if side > 0 else "end"
    width = len(spoke.label) * LETTER_WIDTH + 16
    left = x - 8 - (0 if anchor == "start" else width - 16 if anchor == "end" else (width - 16) / 2)
    return {
        "text": spoke.label,
        "value": spoke.level_text,
        "x": _text(x),
        "y": _text(y),
        "value_y": _text(y + 24),
        "anchor": anchor,
        "is_focus": spoke.is_focus,
        "box": {"x": _text(left), "y": _text(y - 22), "width": _text(width)},
    }
