"""The drawing in a row of a comparison. ``{% load comparison %}``"""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from ..presentation.comparison import Row
from .results import CELL_HEIGHT, scale_x

register = template.Library()


@register.simple_tag
def change_cell(row: Row) -> SafeString:
    """Two dots on the scale from 1 to 5, the earlier one hollow, with a line between; bare where neither exists.

    Percent geometry keeps dots round at any width. Hidden from screen readers: the next cells hold the numbers.
    """
    middle = CELL_HEIGHT / 2
    grid = format_html_join(
        "", '<line class="gap-grid" x1="{0}%" x2="{0}%" y1="4" y2="24"/>', ((scale_x(n),) for n in range(1, 6))
    )
    marks = [("gap-before", row.old, 5), ("gap-own", row.new, 6)]
    dots = format_html_join(
        "",
        '<circle class="{}" cx="{}%" cy="{}" r="{}"/>',
        ((name, scale_x(float(level)), middle, radius) for name, level, radius in marks if level is not None),
    )
    line = SafeString()
    if row.old is not None and row.new is not None:
        ends = (scale_x(float(row.old)), scale_x(float(row.new)))
        line = format_html('<line class="gap-change" x1="{}%" x2="{}%" y1="{}" y2="{}"/>', *ends, middle, middle)
    return format_html('<svg class="gap" aria-hidden="true">{}{}{}</svg>', grid, line, dots)
