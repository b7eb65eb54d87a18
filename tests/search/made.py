"""Small entries to search in."""

from datetime import date

from digitalradar.search.entry import Entry

TEXTS = {
    "e-rechnung": ("E-Rechnung einführen", "Der Rechnungseingang läuft ohne Papier.", "invoice"),
    "datensicherung": ("Datensicherung, die zurückkommt", "Sichern Sie Daten auf drei Kopien und üben Sie.", "Backup"),
    "zeiterfassung": ("Arbeitszeit erfassen", "Zeiterfassung mit einer App auf der Baustelle.", "Stundenzettel"),
    "versicherung": ("Cyberversicherung prüfen", "Was die Versicherung verlangt.", ""),
    "maschinen": ("Maschinendaten erfassen", "Jede Maschine meldet ihre Stückzahl.", "Retrofit"),
}
SECTORS = {
    "e-rechnung": ["handwerk", "handel"],
    "datensicherung": ["handwerk", "industrie"],
    "maschinen": ["industrie"],
}


def entry(name: str, **others) -> Entry:
    """Return one of the small guides."""
    title, body, keywords = TEXTS[name]
    given = {
        "kind": "guide",
        "key": name,
        "language": "de",
        "title": title,
        "url": f"/leitfaeden/{name}/",
        "summary": others.get("title", title),
        "body": body,
        "keywords": keywords,
        "facets": {"sector": SECTORS.get(name, [])},
        "published": date(2026, 11, 1 + list(TEXTS).index(name)),
        "place": list(TEXTS).index(name),
    }
    return Entry(**{**given, **others})


def entries() -> list[Entry]:
    """Return all small guides."""
    return [entry(key) for key in TEXTS]
