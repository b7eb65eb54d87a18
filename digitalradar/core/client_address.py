"""Where a request comes from. Used for counting only: the address itself is never stored or logged."""

from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest

UNKNOWN = "unknown"


def client_address(request: HttpRequest) -> str:
    """Return the client's address, or ``unknown``.

    X-Forwarded-For is believed only as far as our own proxies wrote it (TRUSTED_PROXIES, counted from the right):
    whatever stands further left, anybody may have made up. Of IPv6 the first 64 bits count, since one
    household or company gets at least that many.
    """
    candidate = request.META.get("REMOTE_ADDR", "")
    if settings.TRUSTED_PROXIES:
        chain = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
        if len(chain) >= settings.TRUSTED_PROXIES:
            candidate = chain[-settings.TRUSTED_PROXIES]
    return _normal(candidate)


def _normal(text: str) -> str:
    try:
        address = ip_address(text)
    except ValueError:
        return UNKNOWN
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return f"{IPv6Address(int(address) >> 64 << 64)}/64"
    return str(address)
