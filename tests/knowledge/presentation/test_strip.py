"""The strip of facts below the title."""

from datetime import date

import pytest

from digitalradar.knowledge.presentation.strip import Fact, size_range, strip
from digitalradar.topics.models import Sector
from digitalradar.topics.vocabulary import SECTORS
from tests.factories.knowledge import make_guide


@pytest.mark.parametrize(
    ("sizes", "words"),
    [
        ([], "alle"),
        (["1-9"], "1 bis 9 Beschäftigte"),
        (["1-9", "10-49", "50-249"], "1 bis 249 Beschäftigte"),
        (["50-249", "250+"], "ab 50 Beschäftigten"),
        (["250+"], "ab 250 Beschäftigten"),
    ],
)
def test_sizes_are_told_as_a_range(sizes, words):
    assert size_range(sizes) == words


def test_strip_of_a_guide(shelves):
    assert strip(make_guide(hours_min=1, hours_max=1, cost_class="")) == [
        Fact("Für Betriebe auf", "Stufe 1 bis 2", (1, 2)),
        Fact("Eigener Aufwand", "1 Stunde"),
        Fact("Dauer", "1 bis 2 Wochen"),
        Fact("Betriebsgröße", "1 bis 49 Beschäftigte"),
        Fact("Branchen", "alle"),
        Fact("Geprüft", "Fachprüfung ausstehend"),
    ]


def test_a_reviewed_guide_says_when(shelves):
    page = make_guide(reviewed_on=date(2026, 12, 1), reviewed_by="Fachbereich", stage_to=1)
    assert strip(page)[0] == Fact("Für Betriebe auf", "Stufe 1", (1, 1))
    assert strip(page)[-1] == Fact("Geprüft", "Dezember 2026")


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        (["handwerk"], "Handwerk und Bau"),
        (["handwerk", "handel"], "Handwerk und Bau, Handel"),
        (["handwerk", "handel", "logistik"], "3 von 7"),
        ([id_ for id_, _title, _english in SECTORS if id_ != "andere"], "alle"),
    ],
)
def test_sectors_are_named_or_counted(shelves, chosen, words):
    page = make_guide()
    page.sectors = Sector.objects.filter(pk__in=chosen)
    assert Fact("Branchen", words) in strip(page)
