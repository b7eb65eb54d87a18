"""When a reviewed text may still be called reviewed, and how versions are numbered."""

import pytest

from digitalradar.knowledge.rules.versions import next_version
from digitalradar.knowledge.rules.wording import is_same_wording, is_small_change

TEXT = "Prüfen Sie die Rechnung innerhalb von 8 Tagen. Danach gilt sie nicht mehr als offen. Fragen Sie Ihre Bank."


@pytest.mark.parametrize(
    ("text", "same", "small"),
    [
        (TEXT, True, True),
        (TEXT.replace("  ", " ").upper().replace(".", " ."), True, True),
        (TEXT.replace("Prüfen", "Kontrollieren"), False, True),
        (TEXT.replace("Ihre Bank", "die Bank"), False, True),
        (TEXT + " Das ist alles, was es dazu im Betrieb zu sagen gibt.", False, False),  # eleven words
        (TEXT + " Das ist alles, was es dazu im Betrieb gibt.", False, True),
        (TEXT.replace("8", "14"), False, False),
        (TEXT.replace("nicht mehr", "noch"), False, False),
        (TEXT.replace("Danach gilt", "Danach muss sie gelten"), False, False),
        (TEXT + " https://example.org/neu", False, False),
        (TEXT + " [F-SEC-06]", False, False),
        ("", False, False),
    ],
)
def test_only_small_changes_keep_a_review(text, same, small):
    assert (is_same_wording(TEXT, text), is_small_change(TEXT, text)) == (same, small)


@pytest.mark.parametrize(
    ("version", "year", "following"),
    [
        ("2026.1", 2026, "2026.2"),
        ("2026.9", 2026, "2026.10"),
        ("2026.4", 2027, "2027.1"),
        ("2027.1", 2026, "2027.2"),
        ("", 2026, "2026.1"),
        ("Entwurf", 2026, "2026.1"),
        ("2026.1b", 2026, "2026.1"),
    ],
)
def test_next_version(version, year, following):
    assert next_version(version, year) == following
