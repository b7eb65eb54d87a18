"""Drawings of a document: SVG with colours in attributes, because there is no style sheet on paper."""

from typing import Any

from django.template.loader import render_to_string


def radar_svg(chart: dict[str, Any]) -> str:
    """Return the radar of the result page (:func:`presentation.radar.radar`) for paper."""
    return render_to_string("assessments/documents/radar.svg", {"chart": chart})
