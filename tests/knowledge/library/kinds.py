"""A technology profile and practice reports for tests."""

TECHNOLOGY = """---
title: Sensoren am Regal
promise: Sie sehen, was fehlt, bevor es fehlt.
topic_field: produktion
dimension: leistungserstellung
stages: [2, 4]
sectors: [industrie, handel]
sizes: [10-49, 50-249]
ripeness: bewaehrt
hours: [4, 12]
related: [erst]
keywords: [Regal, Füllstand]
terms: [probe]
sources:
  - title: Amt
    url: https://example.org/amt
author: Redaktion
version: '2026.1'
published: '2026-11-21'
---

## Was die Technik kann
Sie misst, siehe [Erst](leitfaden:erst).

## Wie weit sie ist
Sie ist **erprobt**.

## Wem sie nützt
- Lagern
- Läden

## Aufwand
Ein Tag.

## Risiken und Grenzen
Leere Batterien.

## Ein erster Versuch
Ein Regal, eine Woche.
"""
REPORT = """---
title: Die Kamera, die nichts sah
promise: Was ein Betrieb beim zweiten Mal anders machen würde.
topic_field: daten-ki
dimension: daten
stages: [3, 3]
sectors: []
sizes: []
company: Beispielbetrieb, 30 Beschäftigte
ending: gescheitert
related: []
keywords: []
published: '2026-11-21'
---

## Ausgangslage
Zu viel Ausschuss.

## Was gemacht wurde
Eine Kamera.

## Was es gebracht hat
Wenig, siehe [Sensoren](technologie:sensoren).

## Was nicht funktioniert hat
Das Licht.

## Was andere daraus lernen können
Erst das Licht.
"""
