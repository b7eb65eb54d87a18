"""Where files lie: the path below the folder of the library says kind, language and identifier."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from .problem import ContentRefused, Problem

FOLDERS = {
    "guides": "guide",
    "technologies": "technology",
    "reports": "report",
    "example/reports": "report",
    "glossary": "term",
}
EXAMPLES = "example/"
_PATH = re.compile(r"(?P<folder>[a-z/]+)/(?P<language>de|en)/(?P<name>[^/]+)\.md")
_IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAX_IDENTIFIER = 80


@dataclass(frozen=True, order=True)
class Location:
    """What a path says. ``is_example`` files are loaded with the example region only."""

    kind: str
    identifier: str
    language: str
    is_example: bool = False

    @property
    def path(self) -> str:
        """The path below the folder of the library."""
        folder = next(folder for folder, kind in FOLDERS.items() if kind == self.kind)
        return f"{EXAMPLES if self.is_example else ''}{folder}/{self.language}/{self.identifier}.md"


def is_example(path: str) -> bool:
    """Whether a file is loaded with the example region only."""
    return path.startswith(EXAMPLES)


def is_meant(path: str, wanted: Collection[str]) -> bool:
    """Whether one of the names means a path: the path itself, an identifier, a folder, or the id of a fact."""
    name = path.removesuffix(".md")
    names = [one.removesuffix(".md").rstrip("/") for one in wanted]
    return any(name == one or name.endswith((f"/{one}", f"#{one}")) or name.startswith(f"{one}/") for one in names)


def locate(path: str) -> Location:
    """Return what a path below the folder of the library says.

    Raises:
        ContentRefused: no kind of file lies there, or its name is no identifier.
    """
    found = _PATH.fullmatch(path)
    if not found or found["folder"] not in FOLDERS:
        raise ContentRefused([Problem(path, 1, "In diesem Ordner liegen keine Dateien der Bibliothek.")])
    if not _IDENTIFIER.fullmatch(found["name"]) or len(found["name"]) > MAX_IDENTIFIER:
        reason = f"Der Dateiname besteht aus a-z, 0-9 und Bindestrichen, höchstens {MAX_IDENTIFIER} Zeichen."
        raise ContentRefused([Problem(path, 1, reason)])
    folder = found["folder"]
    return Location(FOLDERS[folder], found["name"], found["language"], is_example(folder))
