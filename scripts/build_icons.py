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

from PIL import Image, ImageDraw

STATIC = Path(__file__).resolve().parent.parent / "digitalradar/core/static/core"
BRAND, YELLOW, WHITE = "#0b5a63", "#ffc72e", "#ffffff"
OWN_SHAPE = [9, 10, 8.5, 6, 6.5, 9, 10, 11, 7.5]

TABLER = """
alert-triangle arrow-left arrow-right book bookmark bulb calendar-event check chevron-down circle-check
circle-dashed circle-half-2 circle-minus circle-x clock copy download external-link file-download flag
help-circle hourglass info-circle link lock mail map-pin menu-2 phone plus printer progress qrcode search send
target trash user users x
""".split()  # noqa: SIM905 -- a list of 40 quoted names would be harder to read and to sort

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


def corners(radii: list[float], centre: float = 20) -> list[tuple[float, float]]:
    """Points on nine axes, the first on top, clockwise."""
    angles = [math.radians(40 * axis) for axis in range(9)]
    return [
        (centre + radius * math.sin(angle), centre - radius * math.cos(angle))
        for radius, angle in zip(radii, angles, strict=True)
    ]


def outline(radii: list[float]) -> str:
    """A closed path through :func:`corners`."""
    return f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in corners(radii))}Z"


def mark_symbol() -> str:
    """The radar mark: nine axes, an own shape, and the one place where a step pays off."""
    return (
        '<symbol id="mark" viewBox="0 0 40 40">'
        f'<path fill="none" stroke-width="2.2" d="{outline([17.5] * 9)}"/>'
        f'<path fill="currentColor" fill-opacity=".2" stroke-width="2" d="{outline(OWN_SHAPE)}"/>'
        f'<circle cx="25" cy="27.5" r="4.2" fill="{YELLOW}" stroke-width="1.4" stroke="var(--mark-edge,#13262a)"/>'
        "</symbol>"
    )


def favicon_svg() -> str:
    """The mark, filled, so that it stands out on light and dark browser frames."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">'
        f'<path fill="{BRAND}" d="{outline([19.5] * 9)}"/><path fill="{WHITE}" d="{outline(OWN_SHAPE)}"/>'
        f'<circle cx="26" cy="28" r="6" fill="{YELLOW}" stroke="{BRAND}" stroke-width="2"/></svg>\n'
    )


def favicon_png(size: int = 48) -> Image.Image:
    """The same mark for browsers without SVG icons; drawn eight times too large and scaled down for smooth edges."""
    zoom = size * 8 / 40
    picture = Image.new("RGBA", (size * 8, size * 8))
    draw = ImageDraw.Draw(picture)
    for radii, colour in (([19.5] * 9, BRAND), (OWN_SHAPE, WHITE)):
        draw.polygon([(x * zoom, y * zoom) for x, y in corners(radii)], fill=colour)
    for radius, colour in ((7, BRAND), (5, YELLOW)):
        draw.circle((26 * zoom, 28 * zoom), radius * zoom, fill=colour)
    return picture.resize((size, size), Image.Resampling.LANCZOS)


def stage_symbol(stage: int) -> str:
    """Five rising bars, the first ``stage`` of them filled."""
    bars = []
    for number in range(1, 6):
        height = 2 + 3.2 * number
        x, y = (number - 1) * 8, 19 - height
        if number <= stage:
            bars.append(f'<path fill="currentColor" stroke="none" d="M{x} {y:.1f}h6v{height:.1f}h-6z"/>')
        else:
            frame = f"M{x + 0.5} {y + 0.5:.1f}h5v{height - 1:.1f}h-5z"
            bars.append(f'<path fill="none" stroke="var(--control,#677876)" stroke-width="1" d="{frame}"/>')
    return f'<symbol id="stage-{stage}" viewBox="0 0 38 19">{"".join(bars)}</symbol>'


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tabler", type=Path, help="unpacked @tabler/icons")
    outlines = parser.parse_args().tabler / "icons/outline"
    symbols = [tabler_symbol(outlines / f"{name}.svg") for name in TABLER]
    symbols += [mark_symbol(), *(stage_symbol(stage) for stage in range(1, 6))]
    sprite = '<svg xmlns="http://www.w3.org/2000/svg">' + "\n".join(["", *symbols, ""]) + "</svg>\n"
    (STATIC / "icons.svg").write_text(sprite)
    (STATIC / "favicon.svg").write_text(favicon_svg())
    favicon_png().save(STATIC / "favicon.png", optimize=True)
    print(f"icons.svg: {len(symbols)} symbols, {len(sprite)} bytes")


if __name__ == "__main__":
    main()
