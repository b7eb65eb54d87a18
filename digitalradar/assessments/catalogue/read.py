"""Read a catalogue from a folder or from a single file."""

import re
from pathlib import Path as FilePath
from typing import Any

from .document import CatalogueDocument
from .paths import Path, render
from .problem import CatalogueUnreadable, Problem
from .strict_yaml import StrictYaml, YamlRefused, read_strict_yaml

MAX_BYTES = 1_000_000
MAIN_FILE = "catalogue.yaml"
MEASURES_FILE = "measures.yaml"
_TRANSLATION_FILE = re.compile(r"([a-z]{2})\.yaml")


def read_catalogue(path: str | FilePath) -> CatalogueDocument:
    """Return the catalogue in a folder (``catalogue.yaml``, ``measures.yaml``, ``en.yaml`` …) or a single file.

    Reading says nothing about the content being right: see :func:`.validate.problems`.
    Raises :class:`CatalogueUnreadable` with all problems found.
    """
    root = FilePath(path)
    if not root.is_dir():
        tree = _read_all([root])[root]
        return CatalogueDocument(tree.value, {place: (str(root), line) for place, line in tree.lines.items()})
    names = sorted(file for file in root.iterdir() if file.suffix in {".yaml", ".yml"})
    if root / MAIN_FILE not in names:
        raise CatalogueUnreadable([Problem(str(root), 1, "", f"The folder has no file {MAIN_FILE}.")])
    trees = _read_all(names)
    merged = _Merged(root / MAIN_FILE, trees.pop(root / MAIN_FILE))
    for file, tree in trees.items():
        if translation := _TRANSLATION_FILE.fullmatch(file.name):
            merged.add_translation(file, tree, translation[1])
        elif file.name == MEASURES_FILE:
            merged.add_measures(file, tree)
        else:
            merged.refuse(file, (), f"Which part this is cannot be told; files are {MEASURES_FILE} or en.yaml.")
    if merged.problems:
        raise CatalogueUnreadable(merged.problems)
    return CatalogueDocument(merged.data, merged.places)


def _read_all(files: list[FilePath]) -> dict[FilePath, StrictYaml]:
    trees, problems = {}, []
    for file in files:
        try:
            trees[file] = _read_one(file)
        except YamlRefused as refusal:
            problems.append(Problem(str(file), refusal.line, render(refusal.path), refusal.reason))
    if problems:
        raise CatalogueUnreadable(problems)
    return trees


def _read_one(file: FilePath) -> StrictYaml:
    tree = read_strict_yaml(_text(file))
    if not isinstance(tree.value, dict):
        raise YamlRefused(1, (), "The file has to hold a mapping of keys and values.")
    return tree


def _text(file: FilePath) -> str:
    if not file.is_file():
        raise YamlRefused(1, (), "There is no such file.")
    try:
        with file.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise YamlRefused(1, (), f"The file cannot be opened: {error.strerror}.") from error
    if len(content) > MAX_BYTES:
        raise YamlRefused(1, (), f"The file is larger than {MAX_BYTES} bytes.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise YamlRefused(line, (), "The file is not UTF-8 text; save it as UTF-8.") from error


class _Merged:
    """One document out of several files, and the problems met on the way."""

    def __init__(self, file: FilePath, main: StrictYaml) -> None:
        self.data: dict[str, Any] = main.value
        self.places = {place: (str(file), line) for place, line in main.lines.items()}
        self.problems: list[Problem] = []

    def add_measures(self, file: FilePath, tree: StrictYaml) -> None:
        if "measures" in self.data:
            self.refuse(file, (), f"{MAIN_FILE} already holds measures; they stand in one place only.")
        elif set(tree.value) != {"measures"}:
            self.refuse(file, (), "This file holds one key, measures.")
        else:
            self.data["measures"] = tree.value["measures"]
            self._add_places(file, tree, ())

    def add_translation(self, file: FilePath, tree: StrictYaml, language: str) -> None:
        """Put a translation under ``translations``; its own key ``language`` only guards against a wrong name."""
        texts = dict(tree.value)
        translations = self.data.setdefault("translations", {})
        if texts.pop("language", language) != language:
            self.refuse(file, ("language",), f"The file is called {file.name}, so the language has to be {language}.")
        elif not isinstance(translations, dict) or language in translations:
            self.refuse(file, (), f"{MAIN_FILE} holds translations, too; texts in {language} stand in one place only.")
        else:
            translations[language] = texts
            self._add_places(file, tree, ("translations", language))

    def refuse(self, file: FilePath, path: Path, reason: str) -> None:
        self.problems.append(Problem(str(file), 1, render(path), reason))

    def _add_places(self, file: FilePath, tree: StrictYaml, prefix: Path) -> None:
        for place, line in tree.lines.items():
            self.places.setdefault((*prefix, *place), (str(file), line))
