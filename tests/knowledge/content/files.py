"""A small library for tests: whole files from a few words."""

from pathlib import Path

from digitalradar.knowledge.content.layouts import LAYOUTS
from digitalradar.knowledge.content.sections import Labelled, Prose, Sentences, Steps, Table

FACTS = """# Faktenbasis

## Sicherheit

### F-SEC-01

Panne melden binnen 72 Stunden.

- Stand: 2026
- Sicherheit: **sicher**
- Quelle: <https://example.org/recht>

### F-SEC-02

Ab 2030 soll etwas gelten.

- Stand: Entwurf
- Sicherheit: **unsicher**
- Quelle: ohne
- Hinweis: Nicht verwenden.
"""
WHERE = {"de": ("Angenommen, ein Betrieb probt.", "guides/de"), "en": ("Suppose a firm tries.", "guides/en")}


def guide_text(identifier: str = "proben", *, language: str = "de", head: dict | None = None, **sections: str) -> str:
    """Return a whole guide; ``head`` replaces lines of the head by key, ``sections`` the text below a heading."""
    keys = {
        "title": f"Richtig {identifier}",
        "slug": "",
        "promise": f"Sie lernen {identifier}.",
        "topic_field": "it-sicherheit",
        "dimension": "sicherheit",
        "stages": "[1, 2]",
        "sectors": "[industrie, handwerk]",
        "sizes": "[1-9, 10-49]",
        "hours": "[8, 30]",
        "weeks": "[2, 6]",
        "cost_class": "K1",
        "prerequisites": "[]",
        "related": "[]",
        "keywords": "[Probe, Übung]",
        "terms": "[]",
        "deadlines": "[]",
        "sources": "[]",
        "as_of": "'2026-11-20'",
        "author": "Redaktion",
        "version": "'2026.1'",
        "published": "'2026-11-21'",
        "next_review": "'2027-11-21'",
        **(head or {}),
    }
    lines = [f"{key}:{value}" if value.startswith("\n") else f"{key}: {value}" for key, value in keys.items() if value]
    layout = LAYOUTS["guide", language]
    body = [
        f"## {title}\n{sections.get(_key(part), _text(part, identifier, language))}" for title, part in layout.sections
    ]
    return "\n".join(["---", *lines, "---", "", "\n\n".join(body), ""])


def term_text(term: str = "Probe", forms: str = "[Proben]", text: str = "Ein Versuch.") -> str:
    """Return a whole file of the glossary."""
    return f"---\nterm: {term}\nforms: {forms}\n---\n\n{text}\n"


def make_library(root: Path, guides: dict[str, str] | None = None, **files: str) -> Path:
    """Write a folder with facts, German guides by identifier, and other files by path with ``__`` for ``/``."""
    written = {"facts.md": FACTS} | {f"guides/de/{name}.md": text for name, text in (guides or {}).items()}
    written |= {f"{path.replace('__', '/').replace('_', '-')}.md": text for path, text in files.items()}
    for path, text in written.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def _key(section) -> str:
    return section.keys[0]


def _text(section, identifier: str, language: str) -> str:
    key = _key(section)
    if key == "example":
        return WHERE[language][0]
    if isinstance(section, Prose):
        return f"Text zu {key} von {identifier}."
    if isinstance(section, Sentences):
        return f"- Satz zu {key} von {identifier}."
    if isinstance(section, Steps):
        return f"### Beginnen\n*Leitung, 2 Stunden*\n\nHilfe für {identifier}.\n- [ ] Anfang\n- [ ] Ende"
    if isinstance(section, Table):
        return f"| {' | '.join(section.head)} |\n|---|---|---|\n| Gut | Schlecht | Hilfe |"
    assert isinstance(section, Labelled)
    return "\n\n".join(f"**{label}** Wert." for _name, label in section.labels)
