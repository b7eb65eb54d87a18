"""Numbers as pages write them: the scale of five stages, with a comma in German (scoring.md, section 22)."""

from decimal import Decimal

from django.utils.translation import get_language


def level_text(level: str | None) -> str:
    """Return ``level_shown`` in the language of the page: „2,7“ or "2.7"; empty without a score."""
    return with_comma(level or "")


def difference_text(higher: str, lower: str) -> str:
    """Return the difference of two shown levels, so that the page adds up."""
    return with_comma(str(Decimal(higher) - Decimal(lower)))


def with_comma(number: str) -> str:
    """Return a number of the engine as the page's language writes it, below zero with a true minus sign."""
    number = number.replace("-", "−")
    return number.replace(".", ",") if get_language() == "de" else number
