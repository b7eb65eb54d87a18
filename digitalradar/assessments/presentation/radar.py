"""Geometry of the radar: where rings, axes, dots and labels lie. Drawn by ``assessments/charts/radar.svg``.

The drawing is 700 units wide. Its lengths are units, its angles degrees clockwise from the top.
"""

import math
from dataclasses import dataclass
from typing import Any

WIDTH = 700
LEVELS = 5
WIDEST, NARROWEST = 232, 150  # of the outer ring's radius: as large as the labels at both sides allow
LABEL_GAP = 22
LABEL_SIZE = 22.5  # letters on a phone; wide screens draw them smaller (style sheet)
TOP_LINES = 62  # room for name and value above the first axis
BOTTOM_LINES = 58
BOX_HEIGHT = 30
DIAMOND = 7
TICK = 4  # half the length of a tick

# Widths of the letters of the text font at weight 650, in hundredths of the font size.
NARROW_LETTERS, WIDE_LETTERS = " .,-fijlrtI", "mwMWHNOQUÖÜ&"
LETTER, NARROW_LETTER, WIDE_LETTER = 0.56, 0.33, 0.72
VALUE_SHARE = 0.88  # the value below the name is smaller and lighter


@dataclass(frozen=True)
class Spoke:
    """One dimension on the radar; levels are 1 to 5, None without a score; ``median`` is the middle of other firms."""

    label: str
    level: float | None
    level_text: str
    target: int | None
    is_focus: bool = False
    median: float | None = None


@dataclass(frozen=True)
class Web:
    """The bare net: centre, radius of the outer ring, number of axes."""

    centre: tuple[float, float]
    radius: float
    count: int

    def angle(self, index: int) -> float:
        return 2 * math.pi * index / self.count

    def point(self, index: int, level: float) -> tuple[float, float]:
        """Return where a level lies on an axis; level 0 is the centre."""
        return self.beyond(index, self.radius * (level / LEVELS - 1))

    def beyond(self, index: int, distance: float) -> tuple[float, float]:
        """Return the point that lies ``distance`` outside the outer ring on an axis."""
        reach, angle = self.radius + distance, self.angle(index)
        return self.centre[0] + reach * math.sin(angle), self.centre[1] - reach * math.cos(angle)


def radar(spokes: list[Spoke]) -> dict[str, Any]:
    """Return what the drawing needs; the first axis points up, the others follow clockwise."""
    web = _web(spokes)
    axes = range(web.count)
    own = [None if spoke.level is None else web.point(index, spoke.level) for index, spoke in enumerate(spokes)]
    median = [None if spoke.median is None else web.point(index, spoke.median) for index, spoke in enumerate(spokes)]
    return {
        "width": WIDTH,
        "height": _text(max(web.beyond(index, 0)[1] for index in axes) + BOTTOM_LINES),
        "rings": [
            {"points": _path([web.point(index, level) for index in axes]), "is_alternate": level % 2 == 0}
            for level in range(LEVELS, 0, -1)
        ],
        "scale": [{"level": level, "y": _text(web.point(0, level)[1] + 5)} for level in range(1, LEVELS)],
        "centre": {"x": _text(web.centre[0]), "y": _text(web.centre[1])},
        "turns": [_text(math.degrees(web.angle(index))) for index in axes],
        "axis": f"M0 0V-{_text(web.radius)}",
        "ticks": _ticks(web.radius),
        "area": _path([point for point in own if point]) if all(own) else "",
        "line": _line(own),
        "median": _line(median),
        "dots": [_dot(point, spoke) for point, spoke in zip(own, spokes, strict=True) if point],
        "targets": [
            _diamond(web.point(index, spoke.target)) for index, spoke in enumerate(spokes) if spoke.target is not None
        ],
        "labels": [_label(web, index, spoke) for index, spoke in enumerate(spokes)],
    }


def _web(spokes: list[Spoke]) -> Web:
    """Make the net as large as the labels at its sides leave room for; the longest may use the whole margin."""
    count = len(spokes)
    sides = [(abs(math.sin(2 * math.pi * index / count)), spoke) for index, spoke in enumerate(spokes)]
    room = [
        (WIDTH / 2 - max(label_width(spoke.label), label_width(spoke.level_text) * VALUE_SHARE)) / side - LABEL_GAP
        for side, spoke in sides
        if side >= 0.2
    ]
    radius = max(NARROWEST, min([WIDEST, *room]))
    return Web((WIDTH / 2, radius + TOP_LINES), radius, count)


def label_width(text: str) -> float:
    """Estimate how wide a label is at :data:`LABEL_SIZE`; the browser measures nothing for us."""
    letters = (
        NARROW_LETTER if letter in NARROW_LETTERS else WIDE_LETTER if letter in WIDE_LETTERS else LETTER
        for letter in text
    )
    return sum(letters) * LABEL_SIZE


def _path(points: list[tuple[float, float]]) -> str:
    return " ".join(f"{_text(x)},{_text(y)}" for x, y in points)


def _text(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _ticks(radius: float) -> str:
    """Path data of the ticks on one axis that points up: one each half stage."""
    halves = range(1, LEVELS * 2)
    return "".join(f"M-{TICK}-{_text(radius * half / (LEVELS * 2))}h{TICK * 2}" for half in halves)


def _line(own: list[tuple[float, float] | None]) -> str:
    """Path data of the lines between neighbours that both have a value: a missing one breaks the line."""
    pairs = zip(own, own[1:] + own[:1], strict=True)
    return "".join(f"M{_path([a])}L{_path([b])}" for a, b in pairs if a and b)


def _dot(point: tuple[float, float], spoke: Spoke) -> dict[str, Any]:
    return {"x": _text(point[0]), "y": _text(point[1]), "is_focus": spoke.is_focus}


def _diamond(point: tuple[float, float]) -> str:
    """Path data from the upper corner on; relative, so that all diamonds are the same but for where they begin."""
    x, y = point
    return f"M{_text(x)} {_text(y - DIAMOND)}l{DIAMOND} {DIAMOND}-{DIAMOND} {DIAMOND}-{DIAMOND}-{DIAMOND}z"


def _label(web: Web, index: int, spoke: Spoke) -> dict[str, Any]:
    """Name and value stand above the axis at the top, below it at the bottom, beside it at the sides."""
    side, up = math.sin(web.angle(index)), math.cos(web.angle(index))
    x, y = web.beyond(index, LABEL_GAP)
    y -= 4 + 14 * up if spoke.level_text else -7
    anchor = "middle" if abs(side) < 0.2 else "start" if side > 0 else "end"
    width = label_width(spoke.label) + 16
    left = {"start": x - 8, "middle": x - width / 2, "end": x + 8 - width}[anchor]
    return {
        "text": spoke.label,
        "value": spoke.level_text,
        "x": _text(x),
        "y": _text(y),
        "anchor": anchor,
        "is_focus": spoke.is_focus,
        "box": {"x": _text(left), "y": _text(y - BOX_HEIGHT + 8), "width": _text(width), "height": BOX_HEIGHT},
    }
