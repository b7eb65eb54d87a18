"""Secrets of runs; how secrets are made and kept is told in :mod:`digitalradar.core.tokens`."""

import base64
import hmac

from digitalradar.core.tokens import TOKEN_BYTES, TOKEN_PATTERN, hash_token, new_token

__all__ = ["INDICATORS", "TOKEN_PATTERN", "hash_token", "linked_token", "new_token"]

INDICATORS = "dii"  # purpose of the run in which the twelve criteria beside a result are confirmed


def linked_token(token: str, purpose: str) -> str:
    """Return the secret of a run that belongs to the run with ``token``; the same each time, stored nowhere.

    Whoever holds the link of the one can reach the other; the way back is closed.
    """
    digest = hmac.digest(token.encode(), purpose.encode(), "sha256")
    return base64.urlsafe_b64encode(digest[:TOKEN_BYTES]).decode()
