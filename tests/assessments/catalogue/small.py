"""A small catalogue that holds one of everything, for tests to copy and break."""

from pathlib import Path

CATALOGUE = """\
id: beispiel-check
family: beispiel
version: "2026.1"
language: de
title: Beispiel-Check
purpose: Zeigt, was ein Katalog haben kann.
minutes: {typical: 5, from: 4, to: 6}
as_of: "2026-11-20"
min_dimensions: 1
stages:
  - {value: 1, name: Einsteigen}
  - {value: 2, name: Grundlagen}
  - {value: 3, name: Verbunden}
  - {value: 4, name: Vernetzt}
  - {value: 5, name: Vorausschauend}
sectors:
  - {id: handwerk, title: Handwerk}
  - {id: handel, title: Handel}
notices:
  - id: zuerst
    show_if: {question: schutz.kopie, max: 1}
    title: Zuerst
    text: Sichern Sie Ihre Daten.
    measures: [kopien-anlegen]
dimensions:
  - id: schutz
    title: Schutz
    short: Schutz
    questions:
      - id: schutz.kopie
        weight: 1.5
        text: Wie sichern Sie Ihre Daten?
        stages:
          - Gar nicht.
          - Manchmal.
          - Täglich.
          - Täglich und geprüft.
          - Täglich, geprüft und getrennt.
        variants:
          handwerk: [Nie., Selten., Oft., Meist., Immer.]
        na: true
        na_when: Wenn Sie keine Daten haben.
        guides:
          - {slug: kopien-anlegen, grade: 2}
        dma: D4
      - id: schutz.probe
        text: Wie oft proben Sie?
        stages: [Nie., Selten., Oft., Meist., Immer.]
        show_if: {question: schutz.kopie, min: 2}
  - id: merkmale
    title: Merkmale
    short: Merkmale
    questions:
      - id: merkmale.netz
        kind: yes_no
        text: Haben Sie ein Netz?
      - id: merkmale.wolke
        kind: yes_no
        text: Nutzen Sie einen Dienst im Netz?
        counts: Ein Postfach
        implies: [merkmale.netz]
dma:
  - {id: data_management, questions: [schutz.kopie, schutz.probe]}
"""

MEASURES = """\
measures:
  - id: geraete-auflisten
    title: Geräte auflisten
    hours: [2, 6]
    effort: 1
    requires: []
    lifts:
      - {question: schutz.probe, from: 1, to: 2, share: 0.25}
  - id: kopien-anlegen
    title: Kopien anlegen
    key_steps:
      - Ort wählen
      - Zeit wählen
    chances: [ruhiger Schlaf, weniger Suchen]
    risks: [vergessene Ordner]
    effort: 2
    requires: [geraete-auflisten]
    show_if: {not: {profile: sector, in: [handel]}}
    lifts:
      - {question: schutz.kopie, from: 1, to: 3, share: 1}
"""

ENGLISH = """\
language: en
title: Example check
sectors:
  handwerk: Trades
dimensions:
  schutz: {title: Protection}
questions:
  schutz.kopie:
    text: How do you back up your data?
    variants:
      handwerk: [Never., Seldom., Often., Mostly., Always.]
measures:
  kopien-anlegen:
    key_steps: [Choose a place, Choose a time]
    chances: [sound sleep, less searching]
    risks: [forgotten folders]
"""

FILES = {"catalogue.yaml": CATALOGUE, "measures.yaml": MEASURES, "en.yaml": ENGLISH}


def write_catalogue(folder: Path, **changed: str) -> Path:
    """Write the small catalogue to a folder; ``en="…"`` replaces ``en.yaml``, an empty text leaves it out."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in FILES.items():
        content = changed.get(name.removesuffix(".yaml"), text)
        if content:
            (folder / name).write_text(content, encoding="utf-8")
    return folder


def line_of(text: str, marker: str) -> int:
    """Return the number of the line on which ``marker`` first stands."""
    return text.count("\n", 0, text.index(marker)) + 1
