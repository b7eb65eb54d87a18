"""The signature by which a receiver knows that a message is ours and not an old one sent again."""

import hashlib
import hmac
import secrets

SECRET_BYTES = 32
DELIVERY, EVENT = "Digitalradar-Delivery", "Digitalradar-Event"
TIMESTAMP, SIGNATURE = "Digitalradar-Timestamp", "Digitalradar-Signature"


def new_secret() -> str:
    """Return a fresh random secret for an endpoint."""
    return secrets.token_urlsafe(SECRET_BYTES)


def signature(secret: str, timestamp: int, body: bytes) -> str:
    """Return "sha256=" and the HMAC-SHA256 of the timestamp in digits, a full stop and the body, in hex (RFC 2104).

    ``timestamp`` counts seconds since 1970. A receiver works out the same, compares, and refuses old timestamps.
    """
    digest = hmac.new(secret.encode(), f"{timestamp}.".encode() + body, hashlib.sha256)
    return f"sha256={digest.hexdigest()}"
