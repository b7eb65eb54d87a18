"""Put the icons the site uses into one sprite: Tabler outlines and our own few drawings.

Run by hand after adding a name to ``TABLER``; the sprite is committed::

    npm pack @tabler/icons@3.51        # and unpack it
    python scripts/build_icons.py <unpacked package folder>

Each symbol is used as ``<svg class="icon"><use href="…/icons.svg#name"/></svg>``; colour and stroke
come from the page (``currentColor``), so one file serves light, dark, print and forced colours.
"""

import argparse
import math
import re
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "digitalradar/core/static/core/icons.svg"

TABLER = """
alert-triangle arrow-left arrow-right book bookmark bulb calendar-event check chevron-down circle-check
circle-dashed circle-half-2 circle-minus circle-x clock copy device-floppy download external-link file-download
flag help-circle hourglass info-circle link list-check lock mail map-pin menu-2 pencil phone plus printer
progress qrcode refresh search send shield-lock target trash user users world x
""".split()  # noqa: SIM905 -- a list of 46 quoted names would be harder to read and to sort

BOUNDING_BOX = re.compile(r'<path stroke="none"[^>]*/>')
PATH = re.compile(r'<path d="([^"]+)" />')


def tabler_symbol(source: Path) -> str:
    """The drawing of one Tabler file as a symbol: one path, without the invisible bounding box.

    Raises ValueError when the file holds anything but paths, rather than losing a part of the drawing.
    """
    drawing = BOUNDING_BOX.sub("", source.read_text())
    paths = PATH.findall(drawing)
    if drawing.count("<") != len(paths) + 2:
        raise ValueError(f"{source.name} holds more than paths")
    return f'<symbol id="{source.stem}" viewBox="0 0 24 24"><path d="{"".join(paths)}"/></symbol>'


def nonagon(radii: list[float], centre: float = 20) -> str:
    """A closed path through nine axes, the first on top, clockwise."""
    points = []
    for step, radius in enumerate(radii):
        angle = math.radians(40 * step)
        points.append(f"{centre + radius * math.sin(angle):.1f} {centre - radius * math.cos(angle):.1f}")
    return f"M{'L'.join(points)}Z"


def mark_symbol() -> str:
    """The radar mark: nine axes, an own shape, and the one place where a step pays off."""
    own = nonagon([9, 10, 8.5, 6, 6.5, 9, 10, 11, 7.5])
    angle = math.radians(160)
    x, y = 20 + 8.5 * math.sin(angle), 20 - 8.5 * math.cos(angle)
    return (
        '<symbol id="mark" viewBox="0 0 40 40">'
        f'<path fill="none" stroke-width="2.2" d="{nonagon([17.5] * 9)}"/>'
        f'<path fill="currentColor" fill-opacity=".2" stroke-width="2" d="{own}"/>'
        f'<circle cx="{x:.1f}" cy="{y + 1:.1f}" r="4.4" fill="#ffc72e" stroke-width="1.4"'
        ' stroke="var(--mark-edge,#13262a)"/>'
        "</symbol>"
    )


def stage_symbol(stage: int) -> str:
    """Five rising bars, the first ``stage`` of them filled."""
    bars = []
    for number in range(1, 6):
        height = 2 + 3.2 * number
        x, y = (number - 1) * 8, 19 - height
        if number <= stage:
            bars.append(f'<path fill="currentColor" stroke="none" d="M{x} {y:.1f}h6v{height:.1f}h-6z"/>')
        else:
            outline = f"M{x + 0.5} {y + 0.5:.1f}h5v{height - 1:.1f}h-5z"
            bars.append(f'<path fill="none" stroke="var(--control,#677876)" stroke-width="1" d="{outline}"/>')
    return f'<symbol id="stage-{stage}" viewBox="0 0 38 19">{"".join(bars)}</symbol>'


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tabler", type=Path, help="unpacked @tabler/icons")
    outlines = parser.parse_args().tabler / "icons/outline"
    symbols = [tabler_symbol(outlines / f"{name}.svg") for name in TABLER]
    symbols += [mark_symbol(), *(stage_symbol(stage) for stage in range(1, 6))]
    sprite = '<svg xmlns="http://www.w3.org/2000/svg">' + "\n".join(["", *symbols, ""]) + "</svg>\n"
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(sprite)
    print(f"{TARGET.name}: {len(symbols)} symbols, {len(sprite)} bytes")


if __name__ == "__main__":
    main()
