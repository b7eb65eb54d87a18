#!/usr/bin/env python3
"""Collect the German texts of code and templates for translation, and compile what is translated.

``--check`` changes nothing and fails when a text is missing in the English catalogue, is left over, untranslated or
marked as unsure, or when the compiled file is older than the texts.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "digitalradar"
LANGUAGE = "en"
CATALOGUE = PACKAGE / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po"
SOURCES = {".py", ".html", ".txt"}
Key = tuple[str | None, str, str]


def main() -> int:
    """Return the exit code."""
    if not shutil.which("xgettext"):
        print("gettext is missing; install the package gettext.", file=sys.stderr)
        return 1
    return check() if "--check" in sys.argv[1:] else update()


def update() -> int:
    """Write the catalogue anew: old translations are kept, texts that are gone are dropped."""
    known = {key(entry): entry for entry in catalogue()}
    fresh = collect()
    for entry in fresh:
        if (old := known.get(key(entry))) and "fuzzy" not in old.flags:
            entry.msgstr, entry.msgstr_plural = old.msgstr, old.msgstr_plural
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    fresh.save(str(CATALOGUE))
    fresh.save_as_mofile(str(CATALOGUE.with_suffix(".mo")))
    print(f"{len(fresh)} texts, {len(fresh.untranslated_entries())} to translate: {CATALOGUE.relative_to(ROOT)}")
    return 0


def check() -> int:
    """Compare sources, catalogue and compiled file."""
    texts, existing = collect(), catalogue()
    wanted, found = {key(entry) for entry in texts}, {key(entry) for entry in existing}
    compiled = CATALOGUE.with_suffix(".mo")
    problems = [f"not in the catalogue: {msgid}" for _context, msgid, _plural in wanted - found]
    problems += [f"no longer used: {msgid}" for _context, msgid, _plural in found - wanted]
    problems += [f"not translated: {entry.msgid}" for entry in existing.untranslated_entries()]
    problems += [f"unsure: {entry.msgid}" for entry in existing.fuzzy_entries()]
    if not compiled.exists() or texts_of(polib.mofile(str(compiled))) != texts_of(existing.translated_entries()):
        problems.append(f"{compiled.relative_to(ROOT)} is not compiled from its catalogue")
    for problem in sorted(problems):
        print(problem)
    print(f"{len(wanted)} texts, {len(problems)} problems" + (" (make messages)" if problems else ""))
    return 1 if problems else 0


def collect() -> polib.POFile:
    """Return the texts of the sources, taken from a copy so that nothing in the project changes."""
    with tempfile.TemporaryDirectory(prefix="digitalradar-messages-") as folder:
        copy = Path(folder) / "digitalradar"
        shutil.copytree(PACKAGE, copy, ignore=_all_but_sources)
        (copy / "locale").mkdir(exist_ok=True)
        command = [sys.executable, "-m", "django", "makemessages", "--locale", LANGUAGE, "--add-location", "file"]
        subprocess.run([*command, "--no-wrap", "--verbosity", "0"], cwd=copy, check=True)
        collected = polib.pofile(str(copy / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po"), wrapwidth=0)
    for entry in collected:
        entry.msgstr, entry.previous_msgid, entry.flags = "", None, [flag for flag in entry.flags if flag != "fuzzy"]
    collected.metadata = {
        "Project-Id-Version": "Digitalradar",
        "Language": LANGUAGE,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    collected.header = "English texts of Digitalradar; the texts in the sources are German."
    collected.metadata_is_fuzzy = False
    return collected


def _all_but_sources(folder: str, names: list[str]) -> set[str]:
    left_out = {"locale", "static", "catalogues", "__pycache__"}
    paths = [Path(folder) / name for name in names]
    return {path.name for path in paths if path.name in left_out or (path.is_file() and path.suffix not in SOURCES)}


def catalogue() -> polib.POFile:
    """Return the catalogue as it is; an empty one when there is none."""
    return polib.pofile(str(CATALOGUE), wrapwidth=0) if CATALOGUE.exists() else polib.POFile(wrapwidth=0)


def key(entry: polib.POEntry | polib.MOEntry) -> Key:
    """Return what makes a text the same text."""
    return entry.msgctxt, entry.msgid, entry.msgid_plural


def texts_of(entries: list) -> dict[Key, tuple[str, dict[int, str]]]:
    """Return each text with its translations."""
    return {key(entry): (entry.msgstr, dict(entry.msgstr_plural)) for entry in entries}


if __name__ == "__main__":
    sys.exit(main())
