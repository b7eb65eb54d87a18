"""The result of the Digital Intensity Index: twelve criteria, a band, and where answers contradict each other."""

from typing import Any

from digitalradar.topics.queries import contact_for

from ..questionnaire import Questionnaire
from .official import BANDS, ITEMS, official_view


def dii_result(texts: Questionnaire, inputs: dict[str, Any], outcome: dict[str, Any]) -> dict[str, Any]:
    """Return what ``dii_result.html`` shows."""
    values = {key: answer.get("value") for key, answer in inputs["answers"].items()}
    return {
        "criteria": [
            {"text": question["text"], "value": values.get(key), "help": question.get("help", "")}
            for key, question in texts.question.items()
        ],
        "bands": [_band(band, outcome["band"]) for band in BANDS],
        "pointer_x": _place(outcome["score"] + 0.5),
        "band_label": next((band["label"] for band in BANDS if band["id"] == outcome["band"]), ""),
        "contradictions": _contradictions(texts, values),
        "index": texts.data["index"],
        "is_micro": inputs["profile"].get("size") == "1-9",
        "official": official_view(inputs, outcome),
        "contact": contact_for("technik"),
    }


def _band(band: dict[str, Any], own: str) -> dict[str, Any]:
    """A band with its place on the scale: each possible count, 0 to 12, takes the same width."""
    return {
        **band,
        "is_own": band["id"] == own,
        "x": _place(band["from"]),
        "width": _place(band["to"] + 1 - band["from"]),
    }


def _place(counts: float) -> str:
    return f"{counts / (ITEMS + 1) * 100:.2f}"


def _contradictions(texts: Questionnaire, values: dict[str, Any]) -> list[dict[str, str]]:
    """A yes that presupposes another yes: asked about, never changed silently."""
    return [
        {"yes": question["text"], "no": texts.question[implied]["text"]}
        for key, question in texts.question.items()
        for implied in question.get("implies", [])
        if values.get(key) == "yes" and values.get(implied) == "no"
    ]
