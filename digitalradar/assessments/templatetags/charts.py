"""Charts for templates."""

from django import template

register = template.Library()


@register.inclusion_tag("assessments/charts/radar.svg")
def radar_chart(chart: dict, title: str, description: str, chart_id: str = "radar") -> dict:
    """Draw a radar from :func:`presentation.radar.radar`; the table with the same numbers stands beside it."""
    return {"chart": chart, "title": title, "description": description, "chart_id": chart_id}
