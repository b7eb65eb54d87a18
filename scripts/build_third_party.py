"""Write THIRD_PARTY.md: what others made and this repository or an installation of it contains.

    python scripts/build_third_party.py

Run it in an environment with exactly the packages of requirements/base.txt after changing a
vendored file or a pinned package; licences come from the metadata the packages declare.
"""

import hashlib
import re
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "THIRD_PARTY.md"
STATIC = "digitalradar/core/static/core"
DOCUMENTS = "digitalradar/core/typst/fonts"
NOT_SHIPPED = {"pillow-heif"}

INTRO = """# Third-party work

Digitalradar itself is under the EUPL-1.2 (`LICENSE`). This page is written by `scripts/build_third_party.py`.

## Files in this repository

Changed files carry another name, as the OFL asks where a name is reserved ("Source" by Adobe).

| file | made from | licence | SHA-256 |
| --- | --- | --- | --- |
"""

PACKAGES_INTRO = """
The texts of the licences lie beside the files: `OFL-Barlow.txt`, `OFL-Source-Sans-3.txt`, `LICENSE-tabler-icons.txt`.

## Python packages of an installation

Versions as pinned in `requirements/base.txt`, licences as the packages declare them. They are installed, not copied
into this repository.

| package | version | licence |
| --- | --- | --- |
"""

OUTRO = """
psycopg is under the LGPL: it is used as an unchanged library and can be replaced by another version.

`pillow-heif` is left out on purpose. Willow, which Wagtail uses for images, names it as a dependency to read HEIC
photos; its wheels bundle libx265 under the GPL. `pyproject.toml` and `requirements/base.txt` exclude it, so HEIC photos
are refused and have to be saved as JPEG, PNG or WebP first.
"""


@dataclass(frozen=True)
class Vendored:
    """A file of this repository that holds other people's work."""

    path: str
    origin: str
    licence: str

    @property
    def row(self) -> str:
        digest = hashlib.sha256((ROOT / self.path).read_bytes()).hexdigest()
        return f"| `{self.path}` | {self.origin} | {self.licence} | `{digest}` |"


BARLOW = (
    "Barlow Semi Condensed 600, Copyright 2017 The Barlow Project Authors; npm @fontsource/barlow-semi-condensed 5.3.0"
)
SOURCE_SANS = "Source Sans 3 Variable, © 2023 Adobe; npm @fontsource-variable/source-sans-3 5.3.0"
TABLER = "Tabler Icons, outline, © 2020-2026 Paweł Kuna; npm @tabler/icons 3.51.0; mark and stage bars are our own"

VENDORED = [
    Vendored(f"{STATIC}/fonts/digitalradar-heading.woff2", BARLOW, "OFL-1.1"),
    Vendored(f"{STATIC}/fonts/digitalradar-text.woff2", SOURCE_SANS, "OFL-1.1"),
    Vendored(f"{STATIC}/fonts/digitalradar-text-ext.woff2", SOURCE_SANS, "OFL-1.1"),
    Vendored(f"{DOCUMENTS}/digitalradar-heading.ttf", BARLOW, "OFL-1.1"),
    Vendored(f"{DOCUMENTS}/digitalradar-text-400.ttf", SOURCE_SANS, "OFL-1.1"),
    Vendored(f"{DOCUMENTS}/digitalradar-text-600.ttf", SOURCE_SANS, "OFL-1.1"),
    Vendored(f"{STATIC}/icons.svg", TABLER, "MIT"),
]


def pinned() -> dict[str, str]:
    """Name and version of each package in requirements/base.txt that an installation can contain."""
    lines = (ROOT / "requirements/base.txt").read_text().splitlines()
    found = dict(match.groups() for line in lines if (match := re.match(r"([a-z0-9-]+)==([^\s;]+)", line)))
    return {name: version for name, version in found.items() if name not in NOT_SHIPPED}


def licence(name: str) -> str:
    """The licence a package declares, or a dash for one that is not installed on this system."""
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return "– (other systems only)"
    if expression := about.get("License-Expression"):
        return expression
    classifiers = [c.split(" :: ")[-1] for c in about.get_all("Classifier") or [] if c.startswith("License ::")]
    return classifiers[0] if classifiers else (about.get("License") or "see package").splitlines()[0]


def build() -> str:
    """The whole page."""
    files = "\n".join(file.row for file in VENDORED)
    packages = "\n".join(f"| {name} | {version} | {licence(name)} |" for name, version in sorted(pinned().items()))
    return f"{INTRO}{files}\n{PACKAGES_INTRO}{packages}\n{OUTRO}"


if __name__ == "__main__":
    TARGET.write_text(build())
    print(f"{TARGET.name}: {len(VENDORED)} files, {len(pinned())} packages")
