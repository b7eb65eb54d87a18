"""E-mail addresses as we compare them."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.encoding import punycode

LONGEST = 254  # RFC 5321, section 4.5.3.1.3, without the angle brackets


def normalise(address: str) -> str:
    """Return ``address`` in the form in which two spellings of one mailbox are equal.

    Everything in lower case (no provider worth mentioning tells ``Anna@`` from ``anna@``), the domain as it stands in
    the DNS. What is no address comes back trimmed and in lower case, so that it can still be stored and shown.
    """
    local, at, domain = address.strip().casefold().rpartition("@")
    try:
        return f"{local}{at}{punycode(domain)}"
    except UnicodeError:
        return f"{local}{at}{domain}"


def is_valid(address: str) -> bool:
    """Tell whether a mail server could be given this address; only ASCII in front of the ``@``."""
    try:
        validate_email(address)
    except ValidationError:
        return False
    local = address.rpartition("@")[0]
    return local.isascii() and len(normalise(address)) <= LONGEST
