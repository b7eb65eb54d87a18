"""What is taken out of comments before they are stored."""

import pytest

from digitalradar.knowledge.rules.personal import masked


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("Schreiben Sie an anna.beispiel@betrieb.example!", "Schreiben Sie an ***!"),
        ("Rufen Sie an: 030 23125-100.", "Rufen Sie an: ***."),
        ("+49 (0)30 / 23125100", "***"),
        ("0151-23456789 oder 0049 151 23456789", "*** oder ***"),
        ("Konto DE02 1203 0000 0000 2020 51", "Konto ***"),
        ("Seit 2025-01-01 gilt § 14 UStG mit 250,00 Euro.", "Seit 2025-01-01 gilt § 14 UStG mit 250,00 Euro."),
        ("Am 01.01.2027 und in 44137 Dortmund", "Am 01.01.2027 und in 44137 Dortmund"),
        ("Schritt 3 fehlt, 10.000 bis 50.000 Euro", "Schritt 3 fehlt, 10.000 bis 50.000 Euro"),
        ("Vorlage 0815 v2.0", "Vorlage 0815 v2.0"),
        ("", ""),
    ],
)
def test_addresses_and_numbers_are_masked(text, stored):
    assert masked(text) == stored
