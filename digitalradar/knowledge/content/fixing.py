"""Put files into the one form in which we write them."""

from pathlib import Path

from .library import Library
from .reading import write


def fix(library: Library, root: Path) -> list[str]:
    """Rewrite the files that are sound but written otherwise; return their paths. What they say stays the same."""
    fixed = []
    for source in library.sources:
        if not source.is_canonical:
            (root / source.location.path).write_text(write(source.document), encoding="utf-8")
            fixed.append(source.location.path)
    return fixed
