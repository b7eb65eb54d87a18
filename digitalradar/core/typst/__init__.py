"""Documents: data and a layout in, an accessible PDF (PDF/UA-1) out.

Layouts are Typst files of the package. What people wrote reaches them as JSON and is never read as code. Nothing comes
from the system or the network: neither fonts nor packages.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from .characters import writable

PACKAGE = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).resolve().parent
STANDARD = "ua-1"
REMEMBERED = 10  # compilations


@dataclass(frozen=True)
class Pdf:
    """A built document."""

    content: bytes
    pages: int


def build_pdf(layout: Path, data: dict[str, Any], *, created_at: datetime) -> Pdf:
    """Return the PDF that ``layout`` makes of ``data``; the same input gives the same bytes.

    ``layout`` reads the data with ``json(bytes(sys.inputs.data))`` and labels the number of its pages ``<pages>``.
    Characters that our fonts lack are replaced.

    Raises:
        typst.TypstError: the layout has an error; with tested layouts that is a bug.
    """
    inputs = {"data": json.dumps(writable(data), ensure_ascii=False)}
    compiler = _compiler(layout)
    content = compiler.compile(
        format="pdf", sys_inputs=inputs, pdf_standards=[STANDARD], timestamp=int(created_at.timestamp())
    )
    pages = int(compiler.query("<pages>", field="value", one=True))
    _forget()
    return Pdf(content, pages)


def _forget() -> None:
    """Let Typst drop what it remembers of a document: it keeps each for ten compilations, which adds up to 250 MB.

    Empty ones pass in 25 ms together.
    """
    for _ in range(REMEMBERED + 1):
        _compiler(FOLDER / "empty.typ").compile(format="pdf")


@lru_cache(maxsize=8)
def _compiler(layout: Path) -> Any:
    """Return a compiler that has read layout and fonts; kept, because reading takes longer than setting."""
    import typst  # only where documents are built: it takes 60 MB

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER / "fonts")])
    return typst.Compiler(input=str(layout), root=str(PACKAGE), font_paths=fonts, ignore_system_fonts=True)


def layout_digest(*folders: Path) -> str:
    """Return one SHA-256 over the shared layout, the fonts and the files of ``folders``."""
    digest = hashlib.sha256()
    for folder in (FOLDER, *folders):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and file.suffix in {".typ", ".svg", ".ttf", ".py"}:
                digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()
