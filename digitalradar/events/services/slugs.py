"""Addresses of dates: readable, without umlauts, each only once."""

from datetime import date

from django.utils.text import slugify

from ..models import Occurrence

LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
LONGEST = Occurrence._meta.get_field("slug").max_length
TAKEN = frozenset({"anmeldung", "einchecken", "kalender", "vergangen", "monat"})  # addresses of other pages


def plain_slug(text: str, length: int = LONGEST) -> str:
    """Return words of a title as part of an address; „termin“ where none is left."""
    return slugify(text.translate(LETTERS))[:length].strip("-") or "termin"


def free_slug(title: str, day: date) -> str:
    """Return an address for a date that no other has: title and day, with a number where it is needed."""
    end = f"-{day:%Y-%m-%d}"
    first = plain_slug(title, LONGEST - len(end) - 4) + end
    taken = set(Occurrence.objects.filter(slug__startswith=first).values_list("slug", flat=True)) | TAKEN
    numbered = (f"{first}-{number}" for number in range(2, len(taken) + 3))
    return first if first not in taken else next(slug for slug in numbered if slug not in taken)
