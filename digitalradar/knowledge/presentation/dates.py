"""Days as readers write them, in the language of the page."""

from datetime import date

from django.utils.formats import date_format


def day(value: date | None) -> str:
    """Return "3. Dezember 2026"; nothing for a day that a draft leaves open."""
    return date_format(value, "DATE_FORMAT") if value else ""


def month(value: date | None) -> str:
    """Return "Dezember 2026"."""
    return date_format(value, "YEAR_MONTH_FORMAT") if value else ""
