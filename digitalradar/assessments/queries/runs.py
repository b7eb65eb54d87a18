"""Finding a run by the secret in its private link."""

from ..models import Assessment
from ..tokens import TOKEN_PATTERN, hash_token


def find_run(token: str, *, for_update: bool = False) -> Assessment | None:
    """Return the living run with this secret, or None: unknown, malformed and expired look alike.

    With ``for_update`` the row is locked until the surrounding transaction ends.
    """
    if not TOKEN_PATTERN.fullmatch(token):
        return None
    runs = Assessment.objects.select_for_update() if for_update else Assessment.objects
    try:
        run = runs.get(token_hash=hash_token(token))
    except Assessment.DoesNotExist:
        return None
    return None if run.is_expired else run
