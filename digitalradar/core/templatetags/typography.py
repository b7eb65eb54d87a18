"""Line breaks that German readers do not stumble over. ``{% load typography %}{{ text|typo }}``"""

import re
from functools import lru_cache

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

NO_BREAK = "\u00a0"
JOINER = "\u2060"
UNITS = "Euro|EUR|Prozent|Uhr|Minuten|Minute|Stunden|Stunde|Tage|Wochen|Monate|Personen|kB|MB|GB|kWh|%|€|×"

AFTER_NUMBER = re.compile(rf"(?<=\d) (?=(?:{UNITS})(?!\w))")
AFTER_SIGN = re.compile(r"(?<=§) |(?<=\bAbs\.) (?=\d)|(?<=\bArt\.) (?=\d)|(?<=\bz\.) (?=B\.)|(?<=\be\.) (?=V\.)")
SPLIT_WORD = re.compile(r"\b([EK])-(?=(?:Mail|Rechnung|Learning|Punkt)\w*)")


@register.filter
def typo(text: str) -> SafeString:
    """Keep number and unit, "§ 27", "z. B." and "E-Mail" together on one line. Unsafe text is escaped."""
    return _kept_together(conditional_escape(text))


@lru_cache(maxsize=4096)
def _kept_together(safe: str) -> SafeString:
    """Do the work once per text: most texts come from catalogues and appear on every page."""
    safe = AFTER_NUMBER.sub(NO_BREAK, safe)
    safe = AFTER_SIGN.sub(NO_BREAK, safe)
    return mark_safe(SPLIT_WORD.sub(rf"\1-{JOINER}", safe))  # noqa: S308 -- escaped above
