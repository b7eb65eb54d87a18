"""Sample data of the page ``/styleguide/``. Everything in it is made up."""

from typing import Any

from django import forms

COLOURS = """
brand brand-hover brand-soft rule rule-soft rule-text clay ink ink-soft control line soft raised deep
stage-1 stage-2 stage-3 stage-4 stage-5 ok ok-soft warn warn-soft bad bad-soft
""".split()  # noqa: SIM905 -- one line per group of tokens

STATES = [
    {"label": "erledigt", "kind": "ok", "icon": "circle-check"},
    {"label": "teilweise", "kind": "warn", "icon": "circle-half-2"},
    {"label": "nicht erledigt", "kind": "bad", "icon": "circle-x"},
    {"label": "fallen gelassen", "kind": "plain", "icon": "circle-minus"},
    {"label": "läuft", "kind": "", "icon": "progress"},
    {"label": "geplant", "kind": "plain", "icon": "calendar-event"},
    {"label": "wartet", "kind": "warn", "icon": "hourglass"},
    {"label": "Idee", "kind": "plain", "icon": "circle-dashed"},
    {"label": "passt zu Ihrem Ergebnis", "kind": "rule", "icon": "target"},
]

TOPICS = [
    ("Strategie und Führung", 5),
    ("Abläufe und Verwaltung", 5),
    ("Produktion und Leistungserstellung", 5),
    ("Daten und KI", 5),
    ("Sicherheit, Datenschutz und Regeln", 3),
    ("Kunden und Markt", 0),
    ("Menschen und Zusammenarbeit", 0),
    ("Technik und Infrastruktur", 0),
    ("Nachhaltigkeit und Ressourcen", 0),
]

ANSWERS = [
    "Darüber haben wir noch nicht gesprochen.",
    "Wir wissen, wen wir anrufen würden.",
    "Ein Notfallplan mit Telefonnummern hängt auf Papier aus.",
    "Für die wichtigsten Abläufe gibt es einen Ersatzbetrieb.",
    "Wir üben den Ernstfall jedes Jahr.",
]

GAPS = [
    {"topic": "Abläufe und Verwaltung", "own": "3,2", "own_x": "55%", "median": "2,7", "median_x": "42.5%"},
    {"topic": "Daten und KI", "own": "1,9", "own_x": "22.5%", "median": "2,1", "median_x": "27.5%"},
    {"topic": "Sicherheit, Datenschutz und Regeln", "own": "2,1", "own_x": "27.5%", "median": "2,6", "median_x": "40%"},
]


class SampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label="Name", initial="Marlies Beispiel")
    email = forms.EmailField(
        label="E-Mail-Adresse",
        help_text="Dorthin schicken wir die Bestätigung.",
        error_messages={"invalid": "Nach dem @ fehlt ein Teil, zum Beispiel beispiel-betrieb.example."},
    )
    phone = forms.CharField(label="Telefon", required=False)
    sector = forms.ChoiceField(label="Branche", choices=[("handwerk", "Handwerk und Bau"), ("handel", "Handel")])
    size = forms.ChoiceField(
        label="Wie viele Menschen arbeiten bei Ihnen?",
        choices=[("1-9", "1 bis 9"), ("10-49", "10 bis 49"), ("50-249", "50 bis 249")],
        widget=forms.RadioSelect,
        error_messages={"required": "Wählen Sie eine Größe, damit der Vergleich passt."},
    )
    note = forms.CharField(label="Was möchten Sie uns sagen?", required=False, widget=forms.Textarea)
    remind = forms.BooleanField(label="Erinnern Sie mich nach zwölf Monaten.", required=False, initial=True)


def context() -> dict[str, Any]:
    """All samples, by the name the template uses."""
    return {
        "colours": COLOURS,
        "states": STATES,
        "crumbs": [{"label": "Start", "url": "#"}, {"label": "Checks", "url": "#"}, {"label": "20. November 2026"}],
        "form": SampleForm(),
        "wrong_form": SampleForm(
            {"falsch-name": "Marlies Beispiel", "falsch-email": "beispiel@betrieb", "falsch-sector": "handel"},
            prefix="falsch",
        ),
        "parts": _parts(),
        "questions": [_question("frage-1", checked=3), _question("frage-2", checked="unknown")],
        "importance": _importance(),
        "facts": _facts(),
        "steps": _steps(),
        "gaps": GAPS,
        "legend": [
            {"kind": "own", "label": "Ihr Betrieb"},
            {"kind": "median", "label": "Mitte der Region"},
            {"kind": "target", "label": "Ihr Ziel"},
            {"kind": "focus", "label": "Größter Abstand bei hoher Wichtigkeit"},
            {"kind": "earlier", "label": "Check von 2025"},
            {"kind": "staff", "label": "Team"},
        ],
        "pages": [
            {"number": 1, "url": "#", "current": True},
            {"number": 2, "url": "#"},
            {"gap": True},
            {"number": 8, "url": "#"},
        ],
        "columns": [
            {"label": "Vorhaben"},
            {"label": "Chance"},
            {"label": "Risiko"},
            {"label": "Stunden", "number": True},
        ],
        "rows": _rows(),
    }


def _parts() -> list[dict]:
    states = {5: "done", 3: "current", 0: "open"}
    return [
        {"number": number, "title": title, "url": "#", "state": states[done], "ticks_done": done, "ticks_total": 5}
        for number, (title, done) in enumerate(TOPICS, start=1)
    ]


def _question(name: str, checked: int | str) -> dict:
    return {
        "id": name,
        "name": name,
        "number_line": "Frage 23 von 45",
        "title": "Was passiert, wenn morgen früh die IT ausfällt?",
        "help": "Denken Sie an Rechner, Maschinen, Telefon und Kasse.",
        "options": [
            {"value": stage, "stage": stage, "text": text, "checked": stage == checked}
            for stage, text in enumerate(ANSWERS, start=1)
        ],
        "others": [
            {"value": "unknown", "label": "Weiß ich nicht", "checked": checked == "unknown"},
            {"value": "na", "label": "Trifft auf uns nicht zu", "checked": False},
        ],
    }


def _importance() -> list[dict]:
    words = ["unwichtig", "eher unwichtig", "wichtig", "sehr wichtig"]
    return [{"value": value, "label": word, "checked": value == 4} for value, word in enumerate(words, start=1)]


def _facts() -> list[dict]:
    return [
        {"term": "Stufe", "text": "zwischen Grundlagen und Verbunden"},
        {"term": "Mitte der Region", "text": "2,6 (63 Betriebe mit 10 bis 49 Beschäftigten, Beispiel)"},
        {
            "term": "Aussagekraft",
            "chip_kind": "ok",
            "chip_icon": "circle-check",
            "chip_label": "hoch",
            "text": "42 von 45 Fragen beantwortet, 2 × weiß nicht, 1 × trifft nicht zu",
        },
    ]


def _steps() -> list[dict]:
    links = [
        {
            "icon": "book",
            "term": "Leitfaden",
            "url": "#",
            "label": "Datensicherung, die im Ernstfall wirklich zurückkommt",
            "line": "8 bis 30 Stunden, bis etwa 500 Euro",
        },
        {
            "icon": "user",
            "term": "Ansprechperson",
            "url": "#",
            "label": "Anna Beispiel",
            "line": "Wirtschaftsförderung (Beispiel)",
        },
    ]
    return [
        {
            "number": 1,
            "title": "Wiederherstellung der Daten einmal üben",
            "reason": "Sie sichern automatisch, haben das Zurückholen aber noch nie geprüft.",
            "links": links,
            "action_url": "#",
            "key_steps": ["Eine Datei zurückholen.", "Die Zeit messen.", "Aufschreiben, was gefehlt hat."],
        },
        {
            "number": 2,
            "title": "Gemeinsam klären, was im Alltag hakt",
            "reason": "Leitung und Team urteilen hier am weitesten auseinander.",
            "links": links[1:],
            "action_url": "#",
            "risk": "Es werden Erwartungen geweckt. Sagen Sie vorher, was offen ist.",
        },
        {
            "number": 3,
            "title": "Stammdaten aufräumen",
            "reason": "Drei Listen für dieselben Kunden bremsen Angebot und Rechnung.",
            "links": links[:1],
            "chip": {"kind": "ok", "icon": "circle-check", "label": "im Plan"},
        },
    ]


def _rows() -> list[dict]:
    return [
        {
            "head": "Wiederherstellung üben",
            "cells": [
                {"label": "Chance", "text": "Schneller Wiederanlauf, Schutz vor Erpressung"},
                {"label": "Risiko", "text": "Übung stört den laufenden Betrieb"},
                {"label": "Stunden", "text": "8", "number": True, "main": True},
            ],
        },
        {
            "head": "Stammdaten aufräumen",
            "cells": [
                {"label": "Chance", "text": "Weniger Rückfragen, richtige Rechnungen"},
                {"label": "Risiko", "text": "Nach drei Monaten ist alles wie vorher"},
                {"label": "Stunden", "text": "24", "number": True},
            ],
        },
    ]
