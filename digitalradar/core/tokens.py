"""Secrets in private links: random, shown to their owner, stored only as a hash."""

import hashlib
import re
import secrets

TOKEN_BYTES = 18  # 144 bits, 24 characters
TOKEN_PATTERN = re.compile(r"[A-Za-z0-9_-]{24}")


def new_token() -> str:
    """Return a fresh random token for an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_token(token: str) -> str:
    """Return what is stored and looked up.

    The token is random and long, so a plain hash suffices; comparing hashes in the index tells a guesser nothing.
    """
    return hashlib.sha256(token.encode()).hexdigest()
