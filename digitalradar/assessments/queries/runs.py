"""Finding a run by the secret in its private link, and a shared result by that of its link."""

from ..models import Assessment, ShareLink
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


def find_share_link(token: str) -> ShareLink | None:
    """Return the link with this secret and its living run, or None: unknown, withdrawn and expired look alike."""
    if not TOKEN_PATTERN.fullmatch(token):
        return None
    try:
        link = ShareLink.objects.select_related("assessment").get(token_hash=hash_token(token))
    except ShareLink.DoesNotExist:
        return None
    return None if link.assessment.is_expired else link
