"""Cut the two typefaces of the design down to what the site writes, and rename them.

The site gets small woff2 files; documents (PDF) get TrueType files with all Latin letters, because Typst reads
neither woff2 nor variable fonts.

Run by hand when a typeface changes; the results are committed::

    npm pack @fontsource/barlow-semi-condensed @fontsource-variable/source-sans-3   # and unpack both
    python scripts/build_fonts.py <barlow folder> <source sans folder>

Both families are under the SIL Open Font License 1.1. Adobe reserves the name "Source", so a
changed file has to carry another one; Barlow is renamed as well, to keep one rule for both.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

PACKAGE = Path(__file__).resolve().parent.parent / "digitalradar"
TARGET = PACKAGE / "core/static/core/fonts"
DOCUMENTS = PACKAGE / "core/typst/fonts"

ASCII = range(0x20, 0x7F)
GERMAN = [ord(letter) for letter in "ÄÖÜäöüßé"]
WESTERN = [*range(0xC0, 0x100), *map(ord, "ıŒœ")]
# No-break spaces, soft hyphen, §, ©, «», °, ±, ², ³, ·, ½, ×, dashes, quotes, •, …, ′, ‹›, €, −.
MARKS = [ord(mark) for mark in "\u00a0\u00ad§©«»°±²³·½×–—‘’‚“”„•…′‹›€−"]
LATIN_EXT = [*range(0x100, 0x180), 0x1E9E, *range(0x218, 0x21C)]
"""Letters of names (ł, ş, č): loaded only by pages that contain one, through ``unicode-range``."""

COMBINED = range(0x300, 0x370)
"""Combining marks: composed letters are there as letters of their own."""

FEATURES = ["kern", "liga", "locl"]
NAME_IDS_KEPT = {0, 5, 13, 14}  # copyright, version, licence, licence address
LICENCE = "This Font Software is licensed under the SIL Open Font License, Version 1.1."


def rename(font: TTFont, family: str, style: str) -> None:
    """Replace every name that holds the old family; keep copyright and licence as the OFL asks."""
    names = font["name"]
    kept = [record for record in names.names if record.nameID in NAME_IDS_KEPT]
    # Axis and instance names (256 and up) do not contain the family.
    kept += [record for record in names.names if record.nameID >= 256]
    names.names = kept
    postscript = f"{family.replace(' ', '')}-{style}"
    for name_id, text in {
        1: family,
        2: style,
        3: postscript,
        4: f"{family} {style}",
        6: postscript,
        13: LICENCE,
    }.items():
        names.setName(text, name_id, 3, 1, 0x409)


def cut(source: Path, target: Path, *, codepoints: list[int], family: str, style: str, weights: tuple | None) -> None:
    """Write ``source`` to ``target`` with only ``codepoints``, unhinted, renamed, as woff2.

    ``weights`` is (lowest, default, highest) for a variable font, None for a static one.
    """
    font = TTFont(source, recalcTimestamp=False)
    options = Options()
    options.hinting = False
    options.layout_features = FEATURES
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["MVAR", "BASE"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codepoints)
    subsetter.subset(font)
    if weights:
        font = instantiateVariableFont(font, {"wght": weights})
    rename(font, family, style)
    font.flavor = "woff2"
    font.save(target)
    print(f"{target.name}: {target.stat().st_size / 1000:.1f} kB, {len(font.getBestCmap())} characters")


def print_cut(files: list[Path], target: Path, *, family: str, style: str, weight: int) -> None:
    """Write the Latin and extended Latin ``files`` as one static TrueType font of ``weight``, renamed, unhinted."""
    with tempfile.TemporaryDirectory() as folder:
        parts = [_part(file, Path(folder) / f"{number}.ttf", weight) for number, file in enumerate(files)]
        font = Merger().merge(list(map(str, parts)))
    rename(font, family, style)
    font["OS/2"].usWeightClass = weight
    font["head"].created = font["head"].modified = 0
    font.recalcTimestamp = False
    font.save(target)
    print(f"{target.name}: {target.stat().st_size / 1000:.1f} kB, {len(font.getBestCmap())} characters")


def _part(source: Path, target: Path, weight: int) -> Path:
    """Write one delivered file as static, unhinted TrueType with the features a document uses."""
    font = TTFont(source, recalcTimestamp=False)
    if "fvar" in font:
        font = instantiateVariableFont(font, {"wght": weight})
    options = Options()
    options.hinting = False
    options.layout_features = [*FEATURES, "tnum", "mark", "mkmk", "ccmp"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["MVAR", "BASE", "STAT", "DSIG"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for code in font.getBestCmap() if code not in COMBINED])
    subsetter.subset(font)
    font.flavor = None
    font.save(target)
    return target


def write_characters() -> None:
    """List what every print font can write: a document replaces all other characters before it is set."""
    fonts = [set(TTFont(file).getBestCmap()) for file in DOCUMENTS.glob("*.ttf")]
    shared = sorted(set.intersection(*fonts))
    (DOCUMENTS / "characters.txt").write_text("".join(map(chr, shared)), encoding="utf-8", newline="")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("barlow", type=Path, help="unpacked @fontsource/barlow-semi-condensed")
    parser.add_argument("source_sans", type=Path, help="unpacked @fontsource-variable/source-sans-3")
    folders = parser.parse_args()
    TARGET.mkdir(parents=True, exist_ok=True)
    basic = [*ASCII, *GERMAN, *MARKS]
    cut(
        folders.barlow / "files/barlow-semi-condensed-latin-600-normal.woff2",
        TARGET / "digitalradar-heading.woff2",
        codepoints=basic,
        family="Digitalradar Heading",
        style="SemiBold",
        weights=None,
    )
    for part, codepoints in {"": basic + WESTERN, "-ext": LATIN_EXT}.items():
        source = "latin-ext" if part else "latin"
        cut(
            folders.source_sans / f"files/source-sans-3-{source}-wght-normal.woff2",
            TARGET / f"digitalradar-text{part}.woff2",
            codepoints=codepoints,
            family="Digitalradar Text",
            style="Regular",
            weights=(400, 400, 700),
        )
    DOCUMENTS.mkdir(parents=True, exist_ok=True)
    print_cut(
        [folders.barlow / f"files/barlow-semi-condensed-{part}-600-normal.woff2" for part in ("latin", "latin-ext")],
        DOCUMENTS / "digitalradar-heading.ttf",
        family="Digitalradar Heading",
        style="SemiBold",
        weight=600,
    )
    for style, weight in {"Regular": 400, "SemiBold": 600}.items():
        print_cut(
            [folders.source_sans / f"files/source-sans-3-{part}-wght-normal.woff2" for part in ("latin", "latin-ext")],
            DOCUMENTS / f"digitalradar-text-{weight}.ttf",
            family="Digitalradar Text",
            style=style,
            weight=weight,
        )
    write_characters()
    for folder in (TARGET, DOCUMENTS):
        shutil.copyfile(folders.barlow / "LICENSE", folder / "OFL-Barlow.txt")
        shutil.copyfile(folders.source_sans / "LICENSE", folder / "OFL-Source-Sans-3.txt")


if __name__ == "__main__":
    main()
