"""What hosts read beside an act in the log: words, and nothing that only the machine needs."""

import pytest

from digitalradar.events.back_office.log_details import details


@pytest.mark.parametrize(
    ("detail", "told"),
    [
        ({}, []),
        ({"registration": 390, "persons": 1}, ["Anmeldung 390", "1 Person"]),
        ({"persons": 3, "way": "typed"}, ["3 Personen"]),
        ({"states": {"7": "waitlisted"}}, ["Warteliste"]),
        ({"states": {"7": "confirmed", "8": "confirmed", "9": "waitlisted"}}, ["bestätigt: 2, Warteliste: 1"]),
        ({"state": "confirmed"}, ["bestätigt"]),
        ({"state": "unknown to us"}, []),
        ({"until": "2026-11-21T13:00:00+00:00"}, ["bis 21.11.2026 14:00"]),
        ({"publish_at": "2026-07-01T08:00:00+00:00"}, ["ab 01.07.2026 10:00"]),
        (
            {"offer": 4, "before": {"capacity": 12, "reserved": 0}, "after": {"capacity": None, "reserved": 0}},
            ["von 12 auf unbegrenzt"],
        ),
        (
            {"before": {"capacity": 12, "reserved": 0}, "after": {"capacity": 12, "reserved": 2}},
            ["zurückgehalten: von 0 auf 2"],
        ),
        ({"rounds": 20}, ["Anzahl: 20"]),
        ({"fields": "starts_at", "sequence": 2, "series": 1, "minutes": None}, []),
    ],
)
def test_details_are_words(detail, told):
    assert details(detail) == told
