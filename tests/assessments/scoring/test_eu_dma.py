"""Export in the manner of the EU DMA: worked example 17."""

from fractions import Fraction

import pytest

from digitalradar.assessments.scoring import dma, parse_catalogue
from digitalradar.assessments.scoring.eu_dma import band_of

from .builders import answers, catalogue, dimension, question

NAMES = ("m1", "m2", "m3", "m4", "m5", "m6")
DOCUMENT = catalogue(dimension("d", *NAMES), dma=[{"id": f"dma_{name}", "questions": [name]} for name in NAMES])


def _export(given, document=DOCUMENT):
    return dma(parse_catalogue(document), None, given)


def test_example_17_overall_of_six():
    result = _export(answers(m1=2, m2=3, m3=4, m4=5, m5=1))
    assert result["overall"] == {
        "status": "scored",
        "dimensions_scored": 5,
        "dimensions_needed": 4,
        "score": "50.00",
        "exact": "50",
        "band": "average",
    }
    assert result["dimensions"]["dma_m1"] == {"status": "scored", "score": "25.00", "exact": "25", "band": "basic"}
    assert result["dimensions"]["dma_m6"] == {"status": "no_score", "score": None, "exact": None, "band": None}


def test_overall_needs_four():
    result = _export(answers(m1=2, m2=3, m3=4))["overall"]
    assert (result["status"], result["score"], result["band"]) == ("no_score", None, None)


@pytest.mark.parametrize(
    ("value", "band"),
    [
        ("0", "basic"),
        ("25", "basic"),
        ("25.5", "average"),
        ("50", "average"),
        ("75", "moderately_advanced"),
        ("75.01", "advanced"),
        ("100", "advanced"),
    ],
)
def test_an_edge_belongs_to_the_lower_band(value, band):
    assert band_of(Fraction(value)) == band


def test_weights_count_and_relevance_does_not():
    document = catalogue(
        dimension("d", question("a", weight=2), "b"), dma=[{"id": "green_digitalisation", "questions": ["a", "b"]}]
    )
    result = _export(answers(a=(2, 0), b=(1, 3)), document)
    assert result["dimensions"]["green_digitalisation"]["score"] == "16.67"


def test_catalogue_without_mapping_uses_the_dimensions():
    document = catalogue(dimension("strategie", "s1"), dimension("kunden", "k1"), dimension("menschen", "m1"))
    result = _export(answers(s1=1, k1=2, m1=5), document)["dimensions"]
    assert {name: (item["status"], item["score"]) for name, item in result.items()} == {
        "digital_business_strategy": ("scored", "12.50"),
        "digital_readiness": ("hidden", None),
        "human_centric_digitalisation": ("scored", "100.00"),
        "data_management": ("hidden", None),
        "automation_ai": ("hidden", None),
        "green_digitalisation": ("hidden", None),
    }
