"""How many want to see what, told from a number of voices on."""

from django.db.models import Count

from digitalradar.core.tokens import TOKEN_PATTERN, hash_token
from digitalradar.events.models import Occurrence

from ..models import Interest

FLOOR = 5
"""Fewer voices are not told: they say little, and who asked yesterday could be guessed."""


def voices(occurrence: Occurrence) -> dict[int | None, int]:
    """Return the voices by id of the station (None: the whole date), only those from the floor on."""
    rows = Interest.objects.filter(occurrence=occurrence).order_by().values_list("station").annotate(count=Count("pk"))
    return {station: count for station, count in rows if count >= FLOOR}


def find_interest(token: str) -> Interest | None:
    """Return the voice that a secret leads to."""
    if not TOKEN_PATTERN.fullmatch(token):
        return None
    found = Interest.objects.filter(token_hash=hash_token(token), person__isnull=False)
    return found.select_related("occurrence", "station", "person").first()
