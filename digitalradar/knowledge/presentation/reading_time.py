"""How long reading takes."""

import math

from django.utils.html import strip_tags

WORDS_PER_MINUTE = 200  # quiet reading of expository German, rounded down; the figure is shown as "etwa"


def minutes(html: str) -> int:
    """Return whole minutes, at least 1."""
    return max(1, math.ceil(len(strip_tags(html).split()) / WORDS_PER_MINUTE))
