"""Secrets in private links: random, shown to their owner, stored only as a hash."""

import base64
import hashlib
import hmac
import re
import secrets

TOKEN_BYTES = 18  # 144 bits, 24 characters
TOKEN_PATTERN = re.compile(r"[A-Za-z0-9_-]{24}")
INDICATORS = "dii"  # purpose of the run in which the twelve criteria beside a result are confirmed


def new_token() -> str:
    """Return a fresh random token for an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_token(token: str) -> str:
    """Return what is stored and looked up.

    The token is random and long, so a plain hash suffices; comparing hashes in the index tells a guesser nothing.
    """
    return hashlib.sha256(token.encode()).hexdigest()


def linked_token(token: str, purpose: str) -> str:
    """Return the secret of a run that belongs to the run with ``token``; the same each time, stored nowhere.

    Whoever holds the link of the one can reach the other; the way back is closed.
    """
    digest = hmac.digest(token.encode(), purpose.encode(), "sha256")
    return base64.urlsafe_b64encode(digest[:TOKEN_BYTES]).decode()
