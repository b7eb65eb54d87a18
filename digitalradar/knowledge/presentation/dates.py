"""Days as readers write them, in the language of the page."""

from datetime import date

from django.utils.formats import date_format


def day(value: date) -> str:
    """Return "3. Dezember 2026"."""
    return date_format(value, "DATE_FORMAT")


def month(value: date) -> str:
    """Return "Dezember 2026"."""
    return date_format(value, "YEAR_MONTH_FORMAT")
